package io.maimen.ingest;

import io.maimen.alerting.Assessor;
import io.maimen.alerting.pack.RulePack;
import io.maimen.ingest.admit.Admission;
import io.maimen.ingest.assess.AssessReader;
import io.maimen.ingest.audit.Audit;
import io.maimen.ingest.clinical.ClinicalDatabase;
import io.maimen.ingest.clinical.ReaderProgress;
import io.maimen.ingest.config.ServerConfig;
import io.maimen.ingest.desired.DesiredStates;
import io.maimen.ingest.desired.RunningPacks;
import io.maimen.ingest.ecg.EcgReader;
import io.maimen.ingest.events.EventHub;
import io.maimen.ingest.follow.LogFollower;
import io.maimen.ingest.gateways.Gateways;
import io.maimen.ingest.health.Health;
import io.maimen.ingest.identity.DesiredKey;
import io.maimen.ingest.identity.ServerIdentity;
import io.maimen.ingest.query.AlertQuery;
import io.maimen.ingest.query.AuditQuery;
import io.maimen.ingest.query.BytesQuery;
import io.maimen.ingest.query.Owners;
import io.maimen.ingest.query.PatientQuery;
import io.maimen.ingest.query.SeriesQuery;
import io.maimen.ingest.receive.mqtt.MqttReceiver;
import io.maimen.ingest.record.Recorder;
import io.maimen.ingest.register.Bindings;
import io.maimen.ingest.register.FactDesk;
import io.maimen.ingest.register.HandEntry;
import io.maimen.ingest.register.Patients;
import io.maimen.ingest.register.Visible;
import io.maimen.ingest.review.AlertReview;
import io.maimen.ingest.security.EnteredGateways;
import io.maimen.ingest.security.FirstAdmin;
import io.maimen.ingest.security.GatewayOrganisations;
import io.maimen.ingest.security.People;
import io.maimen.ingest.security.SessionLimits;
import io.maimen.ingest.series.SeriesStore;
import io.maimen.ingest.series.embedded.EmbeddedSeriesStore;
import io.maimen.ingest.sql.Database;
import io.maimen.ingest.sql.DatabaseException;
import io.maimen.ingest.web.PatientParts;
import io.maimen.ingest.web.WebServer;
import io.maimen.log.FileDisk;
import io.maimen.log.LogException;
import io.maimen.log.ObservationLog;
import io.maimen.log.SegmentLog;
import io.maimen.log.SegmentLogOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** All parts, put together; closes them in the order that loses nothing. Started and closed by one thread. */
public final class Server implements AutoCloseable {
    private final Resources resources;
    private final WebServer web;
    private final MqttReceiver mqtt;
    private final Optional<Path> firstAdmin;

    private Server(Resources resources, WebServer web, MqttReceiver mqtt, Optional<Path> firstAdmin) {
        this.resources = resources;
        this.web = web;
        this.mqtt = mqtt;
        this.firstAdmin = firstAdmin;
    }

    /**
     * Starts everything and returns when both ports are open.
     *
     * @param pageDirectory takes the place of the page's shipped files, for those who write the page
     */
    static Server start(ServerConfig config, List<RulePack> rules, Clock clock, Optional<Path> pageDirectory)
            throws StartException {
        Resources resources = new Resources();
        try {
            return start(config, rules, clock, pageDirectory, resources);
        } catch (LogException | DatabaseException e) {
            resources.close();
            throw new StartException(e.getMessage(), e);
        } catch (IOException e) {
            resources.close();
            throw new StartException("SRV-002 server.directory must be writable but was not: " + e.getMessage(), e);
        } catch (StartException | RuntimeException e) {
            resources.close();
            throw e;
        }
    }

    private static Server start(
            ServerConfig config, List<RulePack> rules, Clock clock, Optional<Path> pageDirectory, Resources resources)
            throws StartException, DatabaseException, IOException {
        Path directory = DataDirectory.prepare(config);
        ServerIdentity identity =
                ServerIdentity.open(directory.resolve("identity"), HostNames.of(config.names()), clock);
        FileDisk disk = resources.add(FileDisk.open(directory.resolve("log")));
        ObservationLog log = resources.add(
                SegmentLog.open(disk, SegmentLogOptions.defaults().withSegmentBytes(config.logSegmentBytes())));
        SeriesStore series = resources.add(EmbeddedSeriesStore.open(directory));
        Database clinical = resources.add(ClinicalDatabase.open(directory));
        Audit audit = resources.add(Audit.open(clinical, directory));
        People people =
                People.of(clinical, clock, new SessionLimits(config.sessionIdle(), config.sessionLongest()), audit);
        Optional<Path> firstAdmin = FirstAdmin.ensure(people, directory);
        EventHub events = resources.add(EventHub.start(clinical));

        LogFollower record = resources.add(LogFollower.start(log, new Recorder(series, events::heard)));
        List<LogFollower> readers = new ArrayList<>(List.of(record));
        GatewayOrganisations organisations = new EnteredGateways(clinical);
        Gateways gateways = Gateways.of(clinical, audit, identity, clock, config.certificateLife());
        Admission admission =
                new Admission(log, clock, gateways.signatures()::refusal, () -> readers.forEach(LogFollower::wake));
        FactDesk desk = new FactDesk(admission);
        AssessReader assess = new AssessReader(
                clinical, new Assessor(rules), clock, audit::add, events::alertsChanged, desk::applied);
        readers.add(resources.add(LogFollower.start(log, assess)));
        readers.add(
                resources.add(LogFollower.start(log, new EcgReader(new ReaderProgress(clinical), admission, clock))));
        Health health = new Health(log, readers, admission, directory, config.minFreeBytes(), clock);

        Vertx vertx = Vertx.vertx();
        resources.add(() -> await(vertx.close()));
        resources.add(Housekeeping.start(vertx, log, readers, events, identity));
        DesiredStates desired = new DesiredStates(
                clinical,
                audit,
                DesiredKey.open(directory.resolve("identity")),
                RunningPacks.of(rules, config.rulePack()),
                clock);
        MqttReceiver mqtt = listen(
                "server.mqtt",
                config.mqtt(),
                MqttReceiver.open(
                        vertx, config.mqtt(), new MqttReceiver.Secured(identity, gateways.gate(), desired), admission));
        resources.add(() -> await(mqtt.close()));
        gateways.registry().onRevoked(mqtt::end);
        WebServer web = listen(
                "server.http",
                config.http(),
                WebServer.open(
                        vertx,
                        config.http().host(),
                        config.http().port(),
                        new WebServer.Parts(
                                people,
                                audit,
                                new AuditQuery(clinical),
                                clock,
                                new AlertQuery(clinical),
                                new SeriesQuery(series, organisations, new Owners(clinical)),
                                new BytesQuery(series, clinical, organisations, gateways.keys()),
                                new AlertReview(clinical, clock, audit, events::alertsChanged),
                                patients(clinical, organisations, audit, series, desk, clock),
                                events,
                                health,
                                gateways,
                                desired,
                                identity,
                                mqtt.port(),
                                pageDirectory)));
        resources.add(() -> await(web.close()));
        return new Server(resources, web, mqtt, firstAdmin);
    }

    private static PatientParts patients(
            Database clinical,
            GatewayOrganisations gateways,
            Audit audit,
            SeriesStore series,
            FactDesk desk,
            Clock clock) {
        Visible visible = new Visible(clinical, gateways, series);
        return new PatientParts(
                new PatientQuery(clinical, gateways, ZoneId.of("Asia/Shanghai"), clock),
                new Patients(clinical, audit, visible, desk, clock),
                new HandEntry(desk, clock),
                new Bindings(clinical, visible, desk, clock),
                visible);
    }

    private static <T> T listen(String setting, ServerConfig.Listen listen, Future<T> opening) throws StartException {
        try {
            return await(opening);
        } catch (CompletionException e) {
            throw new StartException(
                    "SRV-003 " + setting + " must be free but " + listen.host() + ":" + listen.port() + " was not ("
                            + e.getCause().getMessage() + "); stop what listens there, or choose another port",
                    e);
        }
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    /** Every address of the API. */
    List<WebServer.Address> addresses() {
        return web.addresses();
    }

    /** The port of the page and the API. */
    public int httpPort() {
        return web.port();
    }

    /** The port for gateways. */
    public int mqttPort() {
        return mqtt.port();
    }

    /** The file with the first administrator's password; only at the very first start. */
    public Optional<Path> firstAdmin() {
        return firstAdmin;
    }

    /** Stops taking, lets what is under way finish, and closes the files. */
    @Override
    public void close() {
        resources.close();
    }
}
