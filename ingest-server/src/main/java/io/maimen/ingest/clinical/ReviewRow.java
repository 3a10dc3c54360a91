package io.maimen.ingest.clinical;

import io.maimen.alerting.review.Alert;
import io.maimen.alerting.review.Opinion;
import io.maimen.alerting.review.Review;
import io.maimen.ingest.sql.EpochMicros;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reviews as rows of table {@code alert_review}. Stateless. */
final class ReviewRow {
    private ReviewRow() {}

    /** Adds what is not there yet; a review once given never changes. */
    static void put(Handle handle, Alert alert) {
        for (int i = 0; i < alert.reviews().size(); i++) {
            Review review = alert.reviews().get(i);
            handle.createUpdate("INSERT INTO alert_review (alert_id, level, by_whom, at_us, opinion, review_text)"
                            + " VALUES (:id, :level, :by, :at, :opinion, :text)"
                            + " ON CONFLICT (alert_id, level) DO NOTHING")
                    .bind("id", alert.id().hex())
                    .bind("level", i + 1)
                    .bind("by", review.by())
                    .bind("at", EpochMicros.of(review.at()))
                    .bind("opinion", review.opinion().name())
                    .bind("text", review.text())
                    .execute();
        }
    }

    /** The reviews of each alert, first before second. {@code chosen} is a query of alert ids, {@code bind} fills it. */
    static Map<String, List<Review>> of(Handle handle, String chosen, UnaryOperator<Query> bind) {
        return bind
                .apply(handle.createQuery(
                        "SELECT * FROM alert_review WHERE alert_id IN " + chosen + " ORDER BY alert_id, level"))
                .map((row, context) -> Map.entry(
                        row.getString("alert_id"),
                        new Review(
                                row.getString("by_whom"),
                                EpochMicros.instant(row.getLong("at_us")),
                                Opinion.valueOf(row.getString("opinion")),
                                row.getString("review_text"))))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
