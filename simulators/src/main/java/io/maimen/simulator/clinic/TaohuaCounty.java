package io.maimen.simulator.clinic;

import java.util.List;

/**
 * A county that is on no map, for demonstrations and tests: a village clinic, a home in its village, and three people who
 * care, one on each level.
 */
public final class TaohuaCounty {
    private static final Place COUNTY = new Place("taohua-county", "root", "桃花县", "Taohua County", "county");
    private static final Place HOSPITAL =
            new Place("taohua-hospital", "taohua-county", "桃花县人民医院", "Taohua County Hospital", "hospital");
    private static final Place VILLAGE =
            new Place("taowan-village", "taohua-county", "桃湾村卫生室", "Taowan village clinic", "village");
    private static final Place HOME = new Place("taowan-lane-7", "taowan-village", "桃湾村 7 号", "7 Taowan Lane", "home");

    // GB 11643 numbers with true check digits; region 999901 is given to no place.
    public static final Resident CHEN = new Resident("陈桂兰", "female", "1945-03-12", "999901194503120241", "TW-0012");
    public static final Resident WANG = new Resident("王德福", "male", "1943-08-27", "999901194308270375", "TW-0013");
    public static final Resident LIU = new Resident("刘秀英", "female", "1951-06-05", "999901195106050483", "TW-0031");

    private static final List<Clinician> CLINICIANS = List.of(
            new Clinician("lihua", "李华医生 Dr Li", "village-doctor", VILLAGE.organisation()),
            new Clinician("zhaomin", "赵敏医生 Dr Zhao", "county-reader", COUNTY.organisation()),
            new Clinician("sunwei", "孙伟主任 Prof. Sun", "hospital-expert", COUNTY.organisation()));

    private TaohuaCounty() {}

    /** The village clinic alone. */
    public static Community clinic(List<SimulatedDevice> devices) {
        return new Community(List.of(COUNTY, HOSPITAL), List.of(clinicSite(devices)), CLINICIANS);
    }

    /** The village clinic and the home, each behind a gateway of its own. */
    public static Community clinicAndHome(List<SimulatedDevice> clinic, List<SimulatedDevice> home) {
        return new Community(
                List.of(COUNTY, HOSPITAL), List.of(clinicSite(clinic), new Site("home-demo", HOME, home)), CLINICIANS);
    }

    private static Site clinicSite(List<SimulatedDevice> devices) {
        return new Site("clinic-demo", VILLAGE, devices);
    }
}
