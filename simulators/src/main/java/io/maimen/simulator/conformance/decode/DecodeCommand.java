package io.maimen.simulator.conformance.decode;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.maimen.driver.Channel;
import io.maimen.driver.Decoded;
import io.maimen.driver.DecodedFrame;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverCatalogue;
import io.maimen.driver.DriverOptions;
import io.maimen.driver.FrameDecoder;
import io.maimen.driver.StreamDecoder;
import io.maimen.observation.device.DeviceId;
import io.maimen.simulator.SimulatorException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./maimen decode NAME --hex …}: bytes to fields, or to observations. */
@Command(
        name = "decode",
        mixinStandardHelpOptions = true,
        description = {
            "What bytes say, as JSON lines. NAME is a decoder (heart-rate.measurement: the fields of a frame) or a driver"
                    + " (heart-rate: observations, and what the driver answers).",
            "Exit code 0 where everything could be read, 1 where something was refused. Without bytes: the names there are."
        })
public final class DecodeCommand implements Callable<Integer> {
    private final Clock clock;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "a decoder or a driver")
    private Optional<String> name = Optional.empty();

    @Option(names = "--hex", paramLabel = "HEX", description = "bytes that arrive together; may be given several times")
    private List<String> hex = new ArrayList<>();

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            description = "JSON lines with direction (d2h counts), channel and hex")
    private Optional<Path> trace = Optional.empty();

    @Option(
            names = "--channel",
            defaultValue = "stream",
            description = "where --hex arrives: a topic, a characteristic")
    private String channel;

    @Option(names = "--option", paramLabel = "NAME=VALUE", description = "an option of the driver")
    private Map<String, String> options = new LinkedHashMap<>();

    @Option(names = "--device", defaultValue = "serial:unknown", description = "the device's identity")
    private String device;

    @Option(names = "--zone", defaultValue = "UTC", description = "where the device's clock is")
    private ZoneId zone;

    @Spec
    private CommandSpec spec;

    private boolean refused;

    /** @param clock when the bytes arrive */
    public DecodeCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws SimulatorException, JsonProcessingException {
        DriverCatalogue catalogue = DriverCatalogue.installed();
        PrintWriter out = spec.commandLine().getOut();
        if (name.isEmpty()) {
            catalogue.drivers().forEach(driver -> out.println(listed(driver)));
            return 0;
        }
        List<Piece> pieces = pieces();
        for (DeviceDriver driver : catalogue.drivers()) {
            if (driver.ref().name().equals(name.get())) {
                new Conversation(open(driver), clock.instant(), line -> print(out, line)).hold(pieces);
                return refused ? 1 : 0;
            }
            for (FrameDecoder decoder : driver.frameDecoders()) {
                if (decoder.name().equals(name.get())) {
                    pieces.forEach(piece ->
                            print(out, Told.frame(decoder.decode(piece.bytes().asBuffer()))));
                    return refused ? 1 : 0;
                }
            }
            for (StreamDecoder decoder : driver.streamDecoders()) {
                if (decoder.name().equals(name.get())) {
                    stream(decoder, pieces).forEach(frame -> print(out, Told.frame(frame)));
                    return refused ? 1 : 0;
                }
            }
        }
        throw new ParameterException(
                spec.commandLine(),
                "NAME must be a decoder or a driver but was " + name.get() + "; without it they are listed");
    }

    private static String listed(DeviceDriver driver) {
        List<String> decoders = new ArrayList<>();
        driver.frameDecoders().forEach(decoder -> decoders.add(decoder.name()));
        driver.streamDecoders().forEach(decoder -> decoders.add(decoder.name()));
        return driver.ref().name() + ": " + String.join(", ", decoders);
    }

    private List<Piece> pieces() throws SimulatorException {
        List<Piece> pieces = new ArrayList<>();
        for (String part : hex) {
            pieces.add(Piece.ofHex(new Channel(channel), part, "--hex"));
        }
        if (trace.isPresent()) {
            pieces.addAll(Piece.ofTrace(trace.get()));
        }
        if (pieces.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "bytes must be given with --hex or --trace");
        }
        return pieces;
    }

    private DeviceProtocol open(DeviceDriver driver) {
        try {
            return driver.open(new DeviceContext(DeviceId.parse(device), "decode", zone, new DriverOptions(options)));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static List<Decoded<DecodedFrame>> stream(StreamDecoder decoder, List<Piece> pieces) {
        StreamDecoder.Reading reading = decoder.open();
        List<Decoded<DecodedFrame>> frames = new ArrayList<>();
        pieces.forEach(piece -> frames.addAll(reading.read(piece.bytes().asBuffer())));
        frames.addAll(reading.end());
        return frames;
    }

    private void print(PrintWriter out, String line) {
        refused |= line.startsWith("{\"refused\"");
        out.println(line);
    }
}
