package io.maimen.simulator.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** Habits of the house that a compiler does not know. */
class HabitsTest {
    /** Where a process begins: the only place that reads the wall clock and holds the streams of the process. */
    private static final DescribedPredicate<JavaClass> MAIN_OR_CLI =
            simpleNameEndingWith("Main").or(resideInAnyPackage("..cli.."));

    private static final DescribedPredicate<JavaClass> BINARY_FRACTION =
            describe("are float or double", type -> Set.of("float", "double", "java.lang.Float", "java.lang.Double")
                    .contains(type.getBaseComponentType().getName()));

    /** Between two samples of an ECG no digits of a device are left to keep: filters and features are binary fractions. */
    private static final DescribedPredicate<JavaClass> NOT_SIGNAL =
            DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("io.maimen.alerting.ecg"));

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*[.$](\\w*[a-z0-9])?(Utils?|Helpers?|Managers?|Impl|Base|Commons?)")
                .because("such a name says that nobody knew what the class is for")
                .check(House.WITH_TESTS);
    }

    @Test
    void everyPackageBeginsWithATour() {
        Set<String> without = new TreeSet<>();
        Set<String> with = new TreeSet<>();
        for (JavaClass type : House.MAIN) {
            (type.getSimpleName().equals("package-info") ? with : without).add(type.getPackageName());
        }
        without.removeAll(with);
        assertEquals(Set.of(), without, "packages without package-info.java; write the five-line tour");
    }

    @Test
    void nobodyReadsTheWallClockPastTheClockHeWasGiven() {
        noClasses()
                .that(DescribedPredicate.not(MAIN_OR_CLI))
                .should()
                .callMethodWhere(describe("the wall clock is read", HabitsTest::readsWallClock))
                .orShould()
                .callConstructor(java.util.Date.class)
                .because("a clock that is passed in can be set to midnight, to 1970 and to the day the battery died")
                .check(House.WITH_TESTS);
    }

    /** Tests of real parts may: their sockets, ports and processes live in real time. */
    @Test
    void onlyAMainTakesTheSystemsClock() {
        noClasses()
                .that(DescribedPredicate.not(MAIN_OR_CLI))
                .should()
                .callMethodWhere(describe("the system's clock is taken", HabitsTest::takesSystemClock))
                .because("who takes his own clock cannot be given another")
                .check(House.MAIN);
    }

    private static boolean readsWallClock(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        String method = call.getTarget().getName();
        boolean now = owner.startsWith("java.time.")
                && method.equals("now")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        return now || (owner.equals("java.lang.System") && method.equals("currentTimeMillis"));
    }

    private static boolean takesSystemClock(JavaCall<?> call) {
        String method = call.getTarget().getName();
        return call.getTargetOwner().getName().equals("java.time.Clock")
                && (method.startsWith("system") || method.startsWith("tick"));
    }

    @Test
    void nobodySleepsNotEvenATest() {
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "a thread sleeps",
                        call -> Set.of("java.lang.Thread", "java.util.concurrent.TimeUnit")
                                        .contains(call.getTargetOwner().getName())
                                && call.getTarget().getName().equals("sleep")))
                .because("a sleep is too short on a slow machine and too long on a fast one; wait for the event itself")
                .check(House.WITH_TESTS);
    }

    @Test
    void onlyTheCommandLineHoldsTheStandardStreams() {
        noClasses()
                .that(DescribedPredicate.not(MAIN_OR_CLI))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethodWhere(describe(
                        "a stack trace is printed",
                        call -> call.getTarget().getName().equals("printStackTrace")))
                .because("stdout belongs to what a command answers; everything else goes to the log")
                .check(House.WITH_TESTS);
    }

    @Test
    void chanceIsSeeded() {
        noClasses()
                .should()
                .callConstructor(java.util.Random.class)
                .orShould()
                .callConstructor(java.util.SplittableRandom.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(java.util.concurrent.ThreadLocalRandom.class, "current")
                .because("a failing seed must be printed and must replay")
                .check(House.WITH_TESTS);
    }

    @Test
    void measuredValuesAreDecimal() {
        String reason = "0.1 has no binary form: a value keeps the device's digits as BigDecimal";
        String[] packages = {"io.maimen.observation..", "io.maimen.alerting.."};
        fields().that()
                .areDeclaredInClassesThat(resideInAnyPackage(packages).and(NOT_SIGNAL))
                .should()
                .notHaveRawType(BINARY_FRACTION)
                .because(reason)
                .check(House.MAIN);
        methods()
                .that()
                .areDeclaredInClassesThat(resideInAnyPackage(packages).and(NOT_SIGNAL))
                .should()
                .notHaveRawReturnType(BINARY_FRACTION)
                .because(reason)
                .check(House.MAIN);
        List<String> parameters = House.MAIN.stream()
                .filter(resideInAnyPackage(packages).and(NOT_SIGNAL))
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(code -> code.getRawParameterTypes().stream().anyMatch(BINARY_FRACTION))
                .map(JavaCodeUnit::getFullName)
                .toList();
        assertEquals(List.of(), parameters, reason);
    }

    @Test
    void noTestIsSwitchedOff() {
        String reason = "a test that cannot run here says so with an assumption and its reason, and is counted";
        classes().should().notBeAnnotatedWith(Disabled.class).because(reason).check(House.WITH_TESTS);
        methods().should().notBeAnnotatedWith(Disabled.class).because(reason).check(House.WITH_TESTS);
    }

    @Test
    void stateThatEveryoneSharesIsConstant() {
        List<String> variable = House.MAIN.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(HabitsTest::isVariableStatic)
                .map(JavaField::getFullName)
                .toList();
        assertEquals(
                List.of(),
                variable,
                "static fields must be final: two tests, or two servers in one process, would meet in them");
    }

    private static boolean isVariableStatic(JavaField field) {
        return Stream.of("STATIC")
                        .allMatch(name -> field.getModifiers().toString().contains(name))
                && !field.getModifiers().toString().contains("FINAL")
                && !field.getModifiers().toString().contains("SYNTHETIC");
    }
}
