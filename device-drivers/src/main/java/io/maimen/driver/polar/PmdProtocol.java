package io.maimen.driver.polar;

import io.maimen.driver.Decoded;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Close;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.Subscribe;
import io.maimen.driver.DriverAction.SubscribeMode;
import io.maimen.driver.DriverAction.Wake;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.DriverEvent.Connected;
import io.maimen.driver.DriverEvent.Disconnected;
import io.maimen.driver.DriverEvent.Elapsed;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.DriverEvent.WriteFailed;
import io.maimen.driver.polar.ControlPointResponse.Answer;
import io.maimen.driver.polar.ControlPointResponse.Stopped;
import io.maimen.driver.polar.PmdFrame.Content;
import io.maimen.driver.reading.Origin;
import io.maimen.driver.reading.Unstored;
import io.maimen.observation.Bytes;
import io.maimen.observation.RawFrame;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One chest strap over one connection: enables indications and notifications first, asks what the ECG can be measured with,
 * starts it, and makes blocks of what comes. Confined to its session's thread.
 */
final class PmdProtocol implements DeviceProtocol {
    private static final int STANDARD_RATE_HZ = 130;
    private static final int HIGHEST_RATE_HZ = 1_000;
    private static final int STANDARD_RESOLUTION_BITS = 14;
    private static final Duration START_AGAIN = Duration.ofSeconds(1);
    /** Straps say now and then that the MTU is too small before it was exchanged. */
    private static final int MOST_STARTS = 5;

    private final Origin origin;
    private final Unstored unstored = new Unstored();
    private final ByteArrayOutputStream offered = new ByteArrayOutputStream();
    private int resolutionBits = STANDARD_RESOLUTION_BITS;
    private int rateHz = STANDARD_RATE_HZ;
    private EcgRun run;
    private boolean startDue;
    private int starts;

    PmdProtocol(Origin origin) {
        this.origin = origin;
        this.run = new EcgRun(origin, unstored, STANDARD_RATE_HZ);
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        if (event instanceof Connected) {
            return List.of(
                    new Subscribe(PmdChannel.CONTROL_POINT, SubscribeMode.INDICATE),
                    new Subscribe(PmdChannel.DATA, SubscribeMode.NOTIFY),
                    write(ControlPointCommand.getSettings(MeasurementType.ECG)));
        }
        if (event instanceof Received received) {
            if (received.channel().equals(PmdChannel.DATA)) {
                return notified(received);
            }
            return received.channel().equals(PmdChannel.CONTROL_POINT) ? indicated(received) : List.of();
        }
        if (event instanceof WriteFailed failed) {
            return List.of(new Close("PMD-012 the strap must take what is written but did not: " + failed.reason()));
        }
        List<DriverAction> actions = new ArrayList<>();
        if (event instanceof Disconnected) {
            run.end();
        }
        if (event instanceof Elapsed && startDue) {
            startDue = false;
            actions.add(start());
        }
        actions.addAll(unstored.on(event));
        return actions;
    }

    private List<DriverAction> notified(Received received) {
        RawFrame frame = new RawFrame(received.bytes(), received.at());
        Decoded<PmdFrame> decoded = PmdFrame.read(received.bytes().asBuffer());
        if (decoded instanceof Decoded.Refused<PmdFrame> refused) {
            return List.of(new Reject(refused.error(), frame));
        }
        PmdFrame data = ((Decoded.Frame<PmdFrame>) decoded).frame();
        // Nothing but the ECG was asked for; what comes all the same is kept as it is.
        return data.content() instanceof Content.Ecg ecg
                ? run.on(ecg.microVolts(), data.time(), frame)
                : List.of(unstored.store(frame, List.of()));
    }

    private List<DriverAction> indicated(Received received) {
        Decoded<ControlPointResponse> decoded =
                ControlPointResponse.read(received.bytes().asBuffer());
        if (decoded instanceof Decoded.Refused<ControlPointResponse> refused) {
            return List.of(new Reject(refused.error(), new RawFrame(received.bytes(), received.at())));
        }
        ControlPointResponse response = ((Decoded.Frame<ControlPointResponse>) decoded).frame();
        if (response instanceof Stopped stopped) {
            boolean ecg = stopped.measurements().contains((int) MeasurementType.ECG.number());
            return ecg ? startLater(run.end()) : List.of();
        }
        Answer answer = (Answer) response;
        return switch (answer.operation()) {
            case ControlPointCommand.GET_SETTINGS -> offered(answer);
            case ControlPointCommand.START -> started(answer.status());
            case ControlPointCommand.STOP -> List.of(start());
            default -> List.of();
        };
    }

    /** A list may come in several indications; the strap says when more follow. */
    private List<DriverAction> offered(Answer answer) {
        offered.writeBytes(answer.parameters().toArray());
        if (answer.more()) {
            return List.of();
        }
        ByteBuffer list = ByteBuffer.wrap(offered.toByteArray());
        offered.reset();
        if (answer.status().isSuccess() && Settings.read(list) instanceof Decoded.Frame<Settings> settings) {
            rateHz = Math.min(HIGHEST_RATE_HZ, settings.frame().choose(Setting.SAMPLE_RATE, STANDARD_RATE_HZ));
            resolutionBits = settings.frame().choose(Setting.RESOLUTION, STANDARD_RESOLUTION_BITS);
            run = new EcgRun(origin, unstored, rateHz);
        }
        return List.of(start());
    }

    private List<DriverAction> started(ResponseStatus status) {
        if (status.isSuccess()) {
            starts = 0;
            return List.of();
        }
        if (starts >= MOST_STARTS) {
            return List.of(new Close("PMD-011 the strap must start the ECG but said " + status.word() + " "
                    + MOST_STARTS + " times; take it off, put it on again, and close other programs that use it"));
        }
        return status.equals(ResponseStatus.ALREADY_IN_STATE)
                ? List.of(write(ControlPointCommand.stop(MeasurementType.ECG)))
                : startLater(List.of());
    }

    private List<DriverAction> startLater(List<DriverAction> first) {
        startDue = true;
        List<DriverAction> actions = new ArrayList<>(first);
        actions.add(new Wake(START_AGAIN));
        return actions;
    }

    private DriverAction start() {
        starts++;
        return write(ControlPointCommand.startEcg(rateHz, resolutionBits));
    }

    private static Write write(Bytes command) {
        return new Write(PmdChannel.CONTROL_POINT, command);
    }
}
