package io.maimen.simulator.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of modules (docs/architecture.md), and the classes that the last build made of them. */
final class House {
    private static final HouseModule MODEL = new HouseModule(
            "observation-model", "io.maimen.observation", 60, List.of(), List.of("com.fasterxml.jackson.."));
    private static final HouseModule LOG =
            new HouseModule("observation-log", "io.maimen.log", 25, List.of(), List.of());
    private static final HouseModule DRIVERS = new HouseModule(
            "device-drivers",
            "io.maimen.driver",
            60,
            List.of(MODEL),
            List.of("ca.uhn.hl7v2..", "com.fasterxml.jackson.."));
    private static final HouseModule ALERTING =
            new HouseModule("alerting", "io.maimen.alerting", 40, List.of(MODEL), List.of("com.fasterxml.jackson.."));
    private static final HouseModule GATEWAY = new HouseModule(
            "gateway-agent",
            "io.maimen.gateway",
            60,
            List.of(MODEL, LOG, DRIVERS, ALERTING),
            List.of(
                    "com.fasterxml.jackson..",
                    "com.fazecast.jSerialComm..",
                    "com.sun.jna..",
                    "io.micrometer..",
                    "io.netty..",
                    "io.vertx..",
                    "org.apache.camel..",
                    "org.bluez..",
                    "org.eclipse.californium..",
                    "org.freedesktop.dbus..",
                    "org.bouncycastle..",
                    "org.eclipse.paho.mqttv5..",
                    "org.slf4j..",
                    "picocli.."));
    private static final HouseModule SERVER = new HouseModule(
            "ingest-server",
            "io.maimen.ingest",
            80,
            List.of(MODEL, LOG, ALERTING),
            List.of(
                    "com.fasterxml.jackson..",
                    "de.mkammerer.argon2..",
                    "io.micrometer..",
                    "io.netty..",
                    "io.vertx..",
                    "org.bouncycastle..",
                    "org.flywaydb..",
                    "org.jdbi..",
                    "org.slf4j..",
                    "picocli.."));
    private static final HouseModule SIMULATORS = new HouseModule(
            "simulators",
            "io.maimen.simulator",
            55,
            List.of(MODEL, ALERTING),
            List.of(
                    "com.fasterxml.jackson..",
                    // What a driver is, and no driver: those come by ServiceLoader.
                    "io.maimen.driver",
                    "io.netty..",
                    "io.vertx..",
                    "org.eclipse.californium..",
                    "org.eclipse.paho.mqttv5..",
                    "org.freedesktop.dbus..",
                    "org.slf4j..",
                    "picocli.."));

    static final List<HouseModule> MODULES = List.of(MODEL, LOG, DRIVERS, ALERTING, GATEWAY, SERVER, SIMULATORS);
    /** The modules that only compute. */
    static final List<HouseModule> PURE = List.of(MODEL, DRIVERS, ALERTING);

    private static final Path HOME = Path.of(System.getProperty("maimen.home", ".."));
    private static final Map<HouseModule, JavaClasses> CLASSES = MODULES.stream()
            .collect(Collectors.toUnmodifiableMap(
                    Function.identity(), module -> read(List.of(module), "target/classes")));

    /** All classes of all modules, without tests. */
    static final JavaClasses MAIN = read(MODULES, "target/classes");
    /** All classes of all modules, with their tests. */
    static final JavaClasses WITH_TESTS = read(MODULES, "target/classes", "target/test-classes");

    private House() {}

    static JavaClasses classesOf(HouseModule module) {
        return CLASSES.get(module);
    }

    static Path directoryOf(HouseModule module) {
        return HOME.resolve(module.folder());
    }

    private static JavaClasses read(List<HouseModule> modules, String... folders) {
        return new ClassFileImporter()
                .importPaths(modules.stream()
                        .flatMap(module -> Stream.of(folders).map(directoryOf(module)::resolve))
                        .filter(Files::isDirectory)
                        .toList());
    }
}
