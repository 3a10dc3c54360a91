package io.maimen.driver.poct1a;

import io.maimen.driver.Channel;
import io.maimen.driver.DecodeError;
import io.maimen.driver.Decoded;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.Store;
import io.maimen.driver.DriverAction.Wake;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.DriverEvent.Disconnected;
import io.maimen.driver.DriverEvent.Elapsed;
import io.maimen.driver.DriverEvent.NotStored;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.DriverEvent.Stored;
import io.maimen.driver.StoreId;
import io.maimen.driver.result.ResultOptions;
import io.maimen.observation.Bytes;
import io.maimen.observation.FrameField;
import io.maimen.observation.Observation;
import io.maimen.observation.RawFrame;
import io.maimen.observation.code.LoincCode;
import io.maimen.observation.time.ReceiveTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The host of a POCT1-A2 dialogue: hello and status are answered, waiting observations asked for, each message of them
 * answered when stored, and a device that is done may be asked to go on by itself (option {@code continuous}). Confined to its
 * session's thread.
 */
final class Poct1aProtocol implements DeviceProtocol {
    private static final String CONTINUOUS = "continuous";
    private static final int MAX_MESSAGE_BYTES = 256 * 1024;
    private static final Duration STANDARD_TIMEOUT = Duration.ofSeconds(60);
    private static final long LONGEST_TIMEOUT_S = 3600;
    private static final int MOST_PENDING = 64;

    private final DeviceContext context;
    private final ResultOptions options;
    private final boolean continuous;
    private final XmlCutter cutter = new XmlCutter(MAX_MESSAGE_BYTES);
    private final Map<StoreId, Pending> pending = new LinkedHashMap<>();
    private Duration timeout = STANDARD_TIMEOUT;
    private String serial = "";
    private long storesAsked;
    private long lastControlId;
    private List<DriverAction> actions = new ArrayList<>();

    /** A message whose outcome is awaited. */
    private record Pending(RawFrame raw, PoctMessage message, List<DecodeError> refusals) {}

    Poct1aProtocol(DeviceContext context) {
        this.context = context;
        // HbA1c is a share of all haemoglobin, in per cent or, as the IFCC counts, in mmol/mol.
        options = ResultOptions.of(
                context.options(),
                Map.of("HbA1c/%", new LoincCode("4548-4"), "HbA1c/mmol/mol", new LoincCode("59261-8")),
                Set.of(CONTINUOUS));
        continuous = ResultOptions.flag(context.options(), CONTINUOUS);
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        actions = new ArrayList<>();
        if (event instanceof Received received) {
            for (byte value : received.bytes().toArray()) {
                cutter.read(value).ifPresent(cut -> on(cut, received.at()));
            }
            actions.add(new Wake(timeout));
        } else if (event instanceof Stored outcome && pending.containsKey(outcome.storeId())) {
            stored(pending.remove(outcome.storeId()));
        } else if (event instanceof NotStored outcome && pending.containsKey(outcome.storeId())) {
            acknowledge(pending.remove(outcome.storeId()), false);
        } else if (event instanceof Elapsed elapsed) {
            end(elapsed.now());
            actions.add(new DriverAction.Close("the device said nothing for " + timeout.toSeconds() + " s"));
        } else if (event instanceof Disconnected disconnected) {
            end(disconnected.at());
            pending.clear();
        }
        return List.copyOf(actions);
    }

    private void on(XmlCutter.Cut cut, ReceiveTime at) {
        RawFrame raw = new RawFrame(cut.bytes(), at);
        Decoded<PoctMessage> read = cut.error()
                .<Decoded<PoctMessage>>map(Decoded.Refused::new)
                .orElseGet(() -> PoctMessage.read(cut.bytes()));
        if (read instanceof Decoded.Refused<PoctMessage> refused) {
            actions.add(new Reject(refused.error(), raw));
        } else {
            message(raw, ((Decoded.Frame<PoctMessage>) read).frame());
        }
    }

    /** By the root: a device may put a wrong HDR.message_type into a right message. */
    private void message(RawFrame raw, PoctMessage message) {
        switch (message.root()) {
            case "ACK.R01" -> answered(raw, message);
            case "HEL.R01" -> {
                serial = message.value("DEV.serial_id")
                        .or(() -> message.value("DEV.device_id"))
                        .orElse("");
                timeout = message.value("DCP.application_timeout")
                        .filter(text -> text.matches("[1-9]\\d{0,3}"))
                        .map(text -> Duration.ofSeconds(Math.min(LONGEST_TIMEOUT_S, Long.parseLong(text))))
                        .orElse(STANDARD_TIMEOUT);
                store(raw, message);
            }
            default -> store(raw, message);
        }
    }

    /** A device that refuses what we asked says so; nothing is taken for done. */
    private void answered(RawFrame raw, PoctMessage message) {
        String type = message.value("ACK.type_cd").orElse("");
        String error = message.value("ACK.error_detail_cd").orElse("");
        if (!type.equals("AA") || !error.isEmpty()) {
            actions.add(new Reject(
                    new DecodeError("POC-054", 0, "device must accept what it is asked but said " + type + " " + error),
                    raw));
        }
    }

    private void store(RawFrame raw, PoctMessage message) {
        List<FrameField> fields = MessageFields.of(message, raw.bytes());
        RawFrame shown = new RawFrame(
                raw.bytes(), raw.receivedAt(), fields.subList(0, Math.min(fields.size(), RawFrame.MOST_FIELDS)));
        List<Observation> observations = List.of();
        List<DecodeError> refusals = List.of();
        if (message.root().startsWith("OBS.")) {
            ServiceReader services = new ServiceReader(context, options, serial, message);
            observations = services.results().stream()
                    .map(result -> result.observation(context, Poct1aDriver.REF, shown, options.simulated()))
                    .toList();
            refusals = services.refusals();
        }
        if (pending.size() == MOST_PENDING) {
            acknowledge(new Pending(shown, message, refusals), false);
            return;
        }
        StoreId storeId = new StoreId(storesAsked++);
        pending.put(storeId, new Pending(shown, message, refusals));
        actions.add(new Store(storeId, List.of(shown), observations));
    }

    private void stored(Pending done) {
        done.refusals().forEach(error -> actions.add(new Reject(error, done.raw())));
        acknowledge(done, true);
        Instant at = done.raw().receivedAt().instant();
        boolean waiting =
                !done.message().value("DST.new_observations_qty").orElse("0").equals("0");
        if (done.message().root().equals("DST.R01") && waiting) {
            write(HostMessage.requestObservations(++lastControlId, at));
        } else if (done.message().root().equals("EOT.R01") && continuous) {
            write(HostMessage.startContinuous(++lastControlId, at));
        } else if (done.message().root().equals("END.R01")) {
            actions.add(new DriverAction.Close("the device ended the conversation"));
        }
    }

    private void acknowledge(Pending done, boolean stored) {
        Optional<String> controlId = done.message().value("HDR.control_id");
        controlId.ifPresent(answered -> write(HostMessage.acknowledgement(
                ++lastControlId, done.raw().receivedAt().instant(), answered, stored)));
    }

    private void write(Bytes message) {
        actions.add(new Write(Channel.STREAM, message));
    }

    private void end(Instant at) {
        cutter.end().ifPresent(cut -> on(cut, new ReceiveTime(at)));
    }
}
