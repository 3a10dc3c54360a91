package io.maimen.driver.nonin;

import io.maimen.driver.Channel;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Close;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.DriverEvent.Connected;
import io.maimen.driver.DriverEvent.Disconnected;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.reading.Origin;
import io.maimen.driver.reading.Unstored;
import io.maimen.observation.Bytes;
import io.maimen.observation.time.ReceiveTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One oximeter on one line. It sends by itself; where the options say so it is told format and time first, which it answers
 * with a byte before anything else. Confined to the session's thread.
 */
final class NoninProtocol implements DeviceProtocol {
    private final DeviceContext context;
    private final NoninOptions options;
    private final Unstored unstored = new Unstored();
    private final NoninLine line;
    private boolean answerAwaited;
    private ReceiveTime lastAt = new ReceiveTime(Instant.EPOCH);

    NoninProtocol(DeviceContext context) {
        this.context = context;
        options = NoninOptions.of(context.options());
        Origin origin = Origin.of(context, NoninDriver.REF);
        line = switch (options.format()) {
            case 2 -> LiveLine.of(PlethFormat.FORMAT_2, origin, unstored);
            case 7 -> LiveLine.of(PlethFormat.FORMAT_7, origin, unstored);
            case 8 -> LiveLine.ofDisplay(origin, unstored);
            default -> new SpotCheckLine(origin, unstored);
        };
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        if (event instanceof Connected connected) {
            answerAwaited = options.commands();
            return options.commands()
                    ? List.of(
                            new Write(
                                    Channel.STREAM,
                                    Command.format(options.format()).bytes()),
                            new Write(
                                    Channel.STREAM,
                                    Command.time(connected
                                                    .at()
                                                    .atZone(context.place())
                                                    .toLocalDateTime())
                                            .bytes()))
                    : List.of();
        }
        if (event instanceof Received received) {
            lastAt = received.at();
            return received(received);
        }
        List<DriverAction> actions = new ArrayList<>(unstored.on(event));
        actions.addAll(event instanceof Disconnected ? line.end(lastAt) : List.of());
        return actions;
    }

    private List<DriverAction> received(Received received) {
        Bytes bytes = received.bytes();
        if (answerAwaited && bytes.size() > 0) {
            int answer = bytes.asBuffer().get(0);
            answerAwaited = false;
            if (answer == Command.NAK) {
                return List.of(new Close("OXI-010 the oximeter must take data format " + options.format()
                        + " but answered NAK; it listens only in the first 5 seconds after it was switched on"));
            }
            if (answer == Command.ACK) {
                return line.read(bytes.asBuffer().slice(1, bytes.size() - 1), received.at());
            }
        }
        return line.read(bytes.asBuffer(), received.at());
    }
}
