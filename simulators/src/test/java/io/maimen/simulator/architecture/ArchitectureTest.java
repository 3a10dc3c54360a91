package io.maimen.simulator.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Who may see whom. A rule that finds nothing to judge fails: an empty house is not a tidy one. */
class ArchitectureTest {
    private static final Set<String> FILE_AND_THREAD_TYPES = Set.of(
            "java.io.File",
            "java.io.FileInputStream",
            "java.io.FileOutputStream",
            "java.io.FileReader",
            "java.io.FileWriter",
            "java.io.RandomAccessFile",
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.Thread",
            "java.util.Timer",
            "java.util.concurrent.Executor",
            "java.util.concurrent.ExecutorService",
            "java.util.concurrent.Executors",
            "java.util.concurrent.ScheduledExecutorService");

    /** Who keeps something in a database. What receives, admits, follows the log or speaks HTTP asks one of these. */
    private static final String SQL_DOORS =
            "io.maimen.ingest.sql.. io.maimen.ingest.audit.. io.maimen.ingest.clinical.. io.maimen.ingest.assess.."
                    + " io.maimen.ingest.desired.. io.maimen.ingest.events.. io.maimen.ingest.gateways.. io.maimen.ingest.query.."
                    + " io.maimen.ingest.register.. io.maimen.ingest.review.."
                    + " io.maimen.ingest.security.. io.maimen.ingest.series.embedded..";

    private static final DescribedPredicate<JavaClass> INPUT_AND_OUTPUT = resideInAnyPackage(
                    "java.nio.file..", "java.nio.channels..", "java.net..", "java.sql..", "javax.sql..")
            .or(describe("are files or threads", type -> FILE_AND_THREAD_TYPES.contains(type.getName())));

    @ParameterizedTest
    @FieldSource("io.maimen.simulator.architecture.House#MODULES")
    void everyModuleHoldsAsMuchAsTheRulesWereWrittenFor(HouseModule module) {
        int size = House.classesOf(module).size();
        assertTrue(
                size >= module.classesAtLeast(),
                module.folder() + " must have at least " + module.classesAtLeast() + " classes but had " + size
                        + "; build the whole house (mvn verify from its root) before judging it");
    }

    @ParameterizedTest
    @FieldSource("io.maimen.simulator.architecture.House#MODULES")
    void everyModuleLivesUnderItsOwnPackage(HouseModule module) {
        classes()
                .should()
                .resideInAPackage(module.rootPackage() + "..")
                .because("a class is found by the name of its module")
                .check(House.classesOf(module));
    }

    @ParameterizedTest
    @FieldSource("io.maimen.simulator.architecture.House#MODULES")
    void everyModuleSeesOnlyItsRowOfTheTable(HouseModule module) {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(module.allowedPackages())
                .because("the table of modules says what " + module.folder()
                        + " may use; change the table first, with its" + " reason in docs/decisions")
                .check(House.classesOf(module));
    }

    @Test
    void packagesStandInNoCircle() {
        slices().matching("io.maimen.(**)")
                .should()
                .beFreeOfCycles()
                .because("of two packages that need each other neither can be understood, tested or replaced alone")
                .check(House.MAIN);
    }

    @ParameterizedTest
    @FieldSource("io.maimen.simulator.architecture.House#PURE")
    void pureModulesOpenNothingAndStartNothing(HouseModule module) {
        noClasses()
                .should()
                .dependOnClassesThat(INPUT_AND_OUTPUT)
                .because("what opens no file, port or thread can be replayed, fuzzed and graded without hardware")
                .check(House.classesOf(module));
    }

    /** A simulator that used our codec would agree with our codec's mistakes. */
    @Test
    void simulatedDevicesShareNothingWithTheDrivers() {
        noClasses()
                .that()
                .resideInAPackage("io.maimen.simulator.device..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.maimen..")
                        .and(not(resideInAnyPackage("io.maimen.simulator..", "io.maimen.observation.."))))
                .because("two readings of one specification are a test, one reading used twice is none")
                .check(House.MAIN);
    }

    /** Each library that talks to the outside has its doors: replacing it, or a fault in it, stays behind them. */
    @ParameterizedTest
    @CsvSource({
        "com.fasterxml.jackson..,        io.maimen.observation.., io.maimen.observation.wire..",
        "com.fasterxml.jackson..,        io.maimen.driver..,      io.maimen.driver.senml.. io.maimen.driver.message.. io.maimen.driver.mapped.. io.maimen.driver.trace..",
        "ca.uhn.hl7v2..,                 io.maimen..,             io.maimen.driver.hl7..",
        "com.fasterxml.jackson..,        io.maimen.alerting..,    io.maimen.alerting.pack..",
        "com.fasterxml.jackson..,        io.maimen.simulator..,   io.maimen.simulator.conformance.. io.maimen.simulator.score..",
        "io.maimen.alerting..,           io.maimen.simulator..,   io.maimen.simulator.score..",
        "io.maimen.driver..,             io.maimen.simulator..,   io.maimen.simulator.conformance..",
        "com.fazecast.jSerialComm..,     io.maimen..,             io.maimen.gateway.connect.serial..",
        "com.sun.jna..,                  io.maimen..,             io.maimen.gateway.connect.hid..",
        "org.bluez..,                    io.maimen..,             io.maimen.gateway.connect.ble..",
        "org.freedesktop.dbus..,         io.maimen..,             io.maimen.gateway.connect.ble.. io.maimen.simulator.device.bluez..",
        "io.vertx.mqtt..,                io.maimen..,             io.maimen.gateway.connect.mqtt.. io.maimen.ingest.receive.mqtt..",
        "io.netty.handler.codec.mqtt..,  io.maimen..,             io.maimen.gateway.connect.mqtt.. io.maimen.ingest.receive.mqtt..",
        "org.apache.camel..,             io.maimen..,             io.maimen.gateway.route.. io.maimen.gateway.connect.folder..",
        "org.eclipse.californium..,      io.maimen..,             io.maimen.gateway.connect.coap.. io.maimen.simulator.device.senml..",
        "org.eclipse.paho.mqttv5..,      io.maimen..,             io.maimen.gateway.uplink.. io.maimen.gateway.connect.broker.. io.maimen.simulator..",
        "de.mkammerer.argon2..,          io.maimen..,             io.maimen.ingest.security..",
        "io.micrometer..,                io.maimen..,             io.maimen.gateway.status..",
        "org.bouncycastle..,             io.maimen..,             io.maimen.gateway.identity.. io.maimen.ingest.identity..",
        "org.flywaydb..,                 io.maimen..,             io.maimen.ingest.sql..",
        "java.sql..,                     io.maimen..,             " + SQL_DOORS,
        "org.jdbi..,                     io.maimen..,             " + SQL_DOORS,
    })
    void aLibraryStaysBehindItsDoors(String library, String within, String doors) {
        assertTrue(
                House.MAIN.stream()
                        .filter(type -> resideInAnyPackage(doors.split(" ")).test(type))
                        .anyMatch(type -> type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(use -> resideInAPackage(library).test(use.getTargetClass()))),
                library + " must be used behind " + doors
                        + " but nothing uses it; take it out of the POM and of this table");
        noClasses()
                .that()
                .resideInAPackage(within)
                .and()
                .resideOutsideOfPackages(doors.split(" "))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because("in " + within + " only " + doors + " may speak " + library)
                .check(House.MAIN);
    }
}
