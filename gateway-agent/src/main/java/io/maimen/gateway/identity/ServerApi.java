package io.maimen.gateway.identity;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;

/** Asks the server's HTTPS port what a gateway may ask without a certificate; docs/identity.md. Thread-safe; blocking. */
final class ServerApi implements ServerQuestions {
    private static final Duration ANSWER_TIME = Duration.ofSeconds(10);

    private final URI server;
    private final HttpClient http;

    ServerApi(URI server, ServerTrust trust) throws GeneralSecurityException {
        this.server = server;
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, new TrustManager[] {trust}, new SecureRandom());
        this.http = HttpClient.newBuilder()
                .sslContext(tls)
                .connectTimeout(ANSWER_TIME)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    @Override
    public JsonObject post(String path, JsonObject question)
            throws IdentityException, IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(ANSWER_TIME)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(question.encode()))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            JsonObject answer = new JsonObject(response.body());
            if (response.statusCode() != 200) {
                throw new IdentityException(answer.getString("code") + " " + answer.getString("message"));
            }
            return answer;
        } catch (SSLException e) {
            throw new IdentityException(reason(e), e);
        } catch (DecodeException e) {
            throw new IdentityException(
                    "PKI-051 " + server + " must be a Maimen server but does not answer like one", e);
        } catch (IOException e) {
            throw new IOException(
                    "PKI-053 " + server + " must be reachable but was not: " + e + "; check the address", e);
        }
    }

    /** What our own judgement said, which the TLS library wraps in its words. */
    private static String reason(SSLException failure) {
        Throwable cause = failure;
        while (cause != null) {
            if (cause.getMessage() != null && cause.getMessage().startsWith("PKI-")) {
                return cause.getMessage();
            }
            cause = cause.getCause();
        }
        return "PKI-051 server must speak TLS but did not: " + failure.getMessage() + "; check the address";
    }
}
