package io.maimen.simulator.device.ecgfile;

import io.maimen.driver.DriverCatalogue;
import io.maimen.driver.DriverOptions;
import io.maimen.gateway.config.GatewayConfig.OutboxLimits;
import io.maimen.gateway.connect.folder.FolderDialer;
import io.maimen.gateway.connect.folder.WatchedFolder;
import io.maimen.gateway.outbox.LaneChoice;
import io.maimen.gateway.outbox.Outbox;
import io.maimen.gateway.schedule.ThreadScheduler;
import io.maimen.gateway.schedule.WorkerPool;
import io.maimen.gateway.session.DeviceStation;
import io.maimen.gateway.session.SessionListener;
import io.maimen.gateway.session.SessionParts;
import io.maimen.log.FileDisk;
import io.maimen.observation.device.DeviceId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** All of a gateway that stands between a cart's folder and the disk, as a program: to be killed. */
final class CartGateway {
    private CartGateway() {}

    static Outbox outbox(Path home) throws IOException {
        return Outbox.open(
                name -> FileDisk.open(home.resolve(name)), OutboxLimits.STANDARD, new LaneChoice(any -> false));
    }

    /** Runs until it is killed; the arguments are the directory of the outbox and the cart's folder. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        WorkerPool pool = new WorkerPool("session", 2);
        SessionParts parts = new SessionParts(
                outbox(Path.of(arguments[0])),
                frame -> Optional.of("the cart's files are all right"),
                SessionListener.NONE,
                new ThreadScheduler("scheduler"),
                Clock.systemUTC());
        DriverCatalogue.Found driver = DriverCatalogue.installed().find("scp");
        DeviceStation station = new DeviceStation(
                DeviceId.serial("CART-1"),
                ((DriverCatalogue.Found.Driver) driver).driver(),
                DriverOptions.NONE,
                ZoneId.of("Asia/Shanghai"),
                parts,
                pool);
        WatchedFolder cart = new WatchedFolder(Path.of(arguments[1]), "*", Duration.ofMillis(50), 4 << 20);
        new FolderDialer(cart, Clock.systemUTC(), pool).dial(station);
        Thread.currentThread().join();
    }
}
