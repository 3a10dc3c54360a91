package io.maimen.simulator.conformance.play;

import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Acknowledgement;
import io.maimen.driver.DriverEvent;
import io.maimen.observation.Bytes;
import io.maimen.observation.time.ReceiveTime;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.device.line.HostEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** The line between the two, and the gateway around the driver. Confined to one thread. */
final class Stage {
    private static final Duration CONNECT_AGAIN = Duration.ofSeconds(1);

    private static final String PREFIX = "play/";

    private record Message(Channel channel, Bytes bytes) {}

    private final Play play;
    private final VirtualTime time;
    private final Ledger ledger = new Ledger();
    private final boolean acknowledged;
    /** Messages nobody has acknowledged yet; the transport sends them again. */
    private final Map<DeliveryId, Message> open = new LinkedHashMap<>();

    private Optional<DeviceProtocol> protocol = Optional.empty();
    private final Queue<DriverEvent> outcomes = new ArrayDeque<>();
    private boolean over;
    private int connections;
    private long deliveries;
    private long deviceWakes;
    private long driverWakes;

    Stage(Play play, VirtualTime time) {
        this.play = play;
        this.time = time;
        this.acknowledged = play.link() instanceof DeviceLink.Mqtt || play.link() instanceof DeviceLink.Files;
    }

    void connect() {
        if (over || protocol.isPresent()) {
            return;
        }
        protocol = Optional.of(play.driver().apply(++connections));
        new LinkedHashMap<>(open).forEach((delivery, message) -> later(() -> deliver(delivery, message)));
        act(play.device().on(new HostEvent.Connected(time.now())));
        hear(new DriverEvent.Connected(time.now()));
    }

    /** The line is gone, with what is still on its way. */
    void disconnect() {
        if (protocol.isEmpty()) {
            return;
        }
        hear(new DriverEvent.Disconnected(time.now()));
        protocol = Optional.empty();
        deviceWakes++;
        driverWakes++;
        act(play.device().on(new HostEvent.Disconnected(time.now())));
        time.after(CONNECT_AGAIN, this::connect);
    }

    void connectNoMore() {
        over = true;
    }

    Played played() {
        return ledger.played(connections);
    }

    /** What the device does. What it says while nobody is there is lost. */
    private void act(List<DeviceAct> acts) {
        for (DeviceAct act : acts) {
            if (act instanceof DeviceAct.Measured measured) {
                ledger.measured(measured);
            } else if (protocol.isPresent()) {
                answer(act);
            }
        }
    }

    private void answer(DeviceAct act) {
        if (act instanceof DeviceAct.Send send) {
            send(new Message(channel(send), send.bytes()));
        } else if (act instanceof DeviceAct.Wake wake) {
            long number = ++deviceWakes;
            time.after(wake.after(), () -> {
                if (number == deviceWakes) {
                    act(play.device().on(new HostEvent.Elapsed(time.now())));
                }
            });
        } else if (act instanceof DeviceAct.HangUp) {
            later(this::disconnect);
        }
    }

    /** Of MQTT the whole topic, which begins with the device's own prefix. */
    private Channel channel(DeviceAct.Send send) {
        boolean topic = play.link() instanceof DeviceLink.Mqtt;
        return new Channel(topic ? PREFIX + send.channel() : send.channel());
    }

    private void send(Message message) {
        DeliveryId delivery = acknowledged ? new DeliveryId(++deliveries) : DeliveryId.NONE;
        if (acknowledged) {
            open.put(delivery, message);
        }
        later(() -> deliver(delivery, message));
    }

    private void deliver(DeliveryId delivery, Message message) {
        hear(new DriverEvent.Received(message.channel(), delivery, message.bytes(), new ReceiveTime(time.now())));
    }

    /** At this moment, after what is due already; never on another connection. */
    private void later(Runnable what) {
        int connection = connections;
        time.after(Duration.ZERO, () -> {
            if (protocol.isPresent() && connection == connections) {
                what.run();
            }
        });
    }

    private void hear(DriverEvent first) {
        outcomes.add(first);
        while (!outcomes.isEmpty() && protocol.isPresent()) {
            protocol.get().on(outcomes.remove()).forEach(this::perform);
            time.countOne();
        }
    }

    private void perform(DriverAction action) {
        if (action instanceof DriverAction.Store store) {
            outcomes.add(ledger.store(store, play.refused()));
        } else if (action instanceof DriverAction.Reject reject) {
            ledger.rejected(reject.error());
        } else if (action instanceof DriverAction.Acknowledge answer) {
            acknowledge(answer);
        } else if (action instanceof DriverAction.Write write) {
            ledger.written(write);
            outcomes.add(new DriverEvent.WriteDone(write.channel()));
            act(play.device().on(new HostEvent.Written(write.channel().name(), write.bytes(), time.now())));
        } else if (action instanceof DriverAction.Subscribe subscribe) {
            outcomes.add(subscribe(subscribe.channel()));
        } else if (action instanceof DriverAction.Read read) {
            outcomes.add(read(read.channel()));
        } else if (action instanceof DriverAction.Wake wake) {
            long number = ++driverWakes;
            time.after(wake.after(), () -> {
                if (number == driverWakes) {
                    hear(new DriverEvent.Elapsed(time.now()));
                }
            });
        } else if (action instanceof DriverAction.Close) {
            later(this::disconnect);
        }
    }

    private void acknowledge(DriverAction.Acknowledge answer) {
        if (answer.acknowledgement() != Acknowledgement.NOT_STORED) {
            open.remove(answer.delivery());
        } else if (acknowledged) {
            later(this::disconnect);
        }
    }

    private DriverEvent subscribe(Channel channel) {
        if (!offers(channel)) {
            return new DriverEvent.WriteFailed(channel, "the device has no such characteristic");
        }
        act(play.device().on(new HostEvent.Subscribed(channel.name(), time.now())));
        return new DriverEvent.WriteDone(channel);
    }

    private boolean offers(Channel channel) {
        return !(play.link() instanceof DeviceLink.BluetoothLowEnergy bluetooth)
                || bluetooth.services().stream()
                        .flatMap(service -> service.characteristics().stream())
                        .anyMatch(offered -> offered.uuid().equals(channel.name()));
    }

    private DriverEvent read(Channel channel) {
        DriverEvent answer = new DriverEvent.WriteFailed(channel, "the device gave no value");
        boolean answered = false;
        for (DeviceAct act : play.device().on(new HostEvent.ReadAsked(channel.name(), time.now()))) {
            if (!answered
                    && act instanceof DeviceAct.Send send
                    && send.channel().equals(channel.name())) {
                answered = true;
                answer = new DriverEvent.Received(channel, DeliveryId.NONE, send.bytes(), new ReceiveTime(time.now()));
            } else {
                act(List.of(act));
            }
        }
        return answer;
    }
}
