package org.sunlit.agency;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sunlit.agency.rules.AgencyState;
import org.sunlit.agency.rules.AgentTask;
import org.sunlit.agency.rules.Letter;
import org.sunlit.agency.rules.Mandate;
import org.sunlit.platform.Coded;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.privacy.WrappedKey;
import org.sunlit.rating.rules.Satisfaction;

/** Reads an agency from its row, and seals what goes into one. */
final class AgencyRow {
  /** What is sealed, each in a place of its own. */
  static final String PURPOSE = "agency/purpose";

  static final String LETTER = "agency/letter";
  static final String ENDED_WHY = "agency/ended-why";
  static final String RATING_WORDS = "agency/rating-words";

  static final String SELECT =
      """
      select a.*, s.name as agent_name, s.name_en as agent_name_en, k.master, k.wrapped
      from agency a join vault_key k on k.subject = 'agency/' || a.id left join account s on s.account = a.agent
      """;

  /**
   * A letter as it is kept.
   *
   * @param name as it was signed
   */
  record Paper(String name, Letter letter) {}

  private AgencyRow() {}

  static Agency read(Row row, Vault vault) {
    UUID id = row.getUUID("id");
    DataKey key =
        vault.unwrap(
            new WrappedKey(
                subject(id), row.getString("master"), row.getBuffer("wrapped").getBytes()));
    return new Agency(
        id,
        row.getString("principal"),
        open(key, PURPOSE, row.getBuffer("purpose")),
        instant(row, "asked_at"),
        row.getString("agent") == null
            ? null
            : new Agency.Agent(
                row.getString("agent"),
                row.getString("agent_name"),
                row.getString("agent_name_en")),
        mandate(row),
        signed(row, key),
        row.getString("ended_by") == null
            ? null
            : new Agency.Ending(
                instant(row, "ended_at"),
                row.getString("ended_by").equals("agent"),
                open(key, ENDED_WHY, row.getBuffer("ended_why"))),
        row.getString("rating") == null
            ? null
            : new Agency.Rating(
                Coded.of(Satisfaction.class, row.getString("rating")),
                open(key, RATING_WORDS, row.getBuffer("rating_words")),
                instant(row, "rated_at")),
        row.getInteger("version"));
  }

  /** What may be done, of a row of {@code agency}. */
  static Mandate mandate(Row row) {
    return new Mandate(
        Coded.of(AgencyState.class, row.getString("state")),
        Arrays.stream(row.getArrayOfStrings("tasks"))
            .map(code -> Coded.of(AgentTask.class, code))
            .collect(Collectors.toSet()),
        row.getLocalDate("from_on"),
        row.getLocalDate("until_on"));
  }

  private static Agency.Signed signed(Row row, DataKey key) {
    if (row.getBuffer("letter") == null) {
      return null;
    }
    Paper paper = StoredJson.read(open(key, LETTER, row.getBuffer("letter")), Paper.class);
    return new Agency.Signed(instant(row, "signed_at"), paper.name(), paper.letter());
  }

  /** Whose key in the vault it is. */
  static String subject(UUID id) {
    return "agency/" + id;
  }

  /** Null stays null. */
  static byte[] seal(DataKey key, String place, String text) {
    return key.sealWords(place, text);
  }

  private static String open(DataKey key, String place, Buffer sealed) {
    return sealed == null ? null : key.openWords(place, sealed.getBytes());
  }

  static Instant instant(Row row, String column) {
    OffsetDateTime at = row.getOffsetDateTime(column);
    return at == null ? null : at.toInstant();
  }
}
