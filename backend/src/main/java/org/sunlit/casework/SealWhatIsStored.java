package org.sunlit.casework;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.notice.NoticeSeals;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.BlindTokens;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Masters;
import org.sunlit.privacy.SealingMigration;

/** Seals what was stored of cases in plain before there was a vault, a case at a time. */
@Singleton
class SealWhatIsStored extends SealingMigration {
  private static final Logger LOG = Logger.getLogger(SealWhatIsStored.class);
  private static final int BATCH = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  SealWhatIsStored() {
    super("14.1", "seal what is stored");
  }

  @Override
  protected List<String> tables() {
    return List.of(
        "case_applicant", "case_event", "case_view", "case_material", "notice", "journal_event");
  }

  @Override
  protected int sealSome(Connection own) throws SQLException {
    BlindTokens blind = index(own);
    List<String> batch = next(own);
    for (String number : batch) {
      seal(own, number, blind);
    }
    if (batch.isEmpty()) {
      uploads(own);
    } else {
      LOG.infof("%d cases sealed", batch.size());
    }
    return batch.size();
  }

  private static List<String> next(Connection own) throws SQLException {
    List<String> numbers = new ArrayList<>();
    try (Statement statement = own.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select case_number from case_applicant where sealed is null order by 1 limit "
                    + BATCH)) {
      while (rows.next()) {
        numbers.add(rows.getString(1));
      }
    }
    return numbers;
  }

  private void seal(Connection own, String number, BlindTokens blind) throws SQLException {
    DataKey key = keep(own, number);
    applicant(own, number, key, blind);
    events(own, number, key);
    materials(own, number, key);
    notices(own, number, key);
    view(own, number, key);
  }

  private static void applicant(Connection own, String number, DataKey key, BlindTokens blind)
      throws SQLException {
    ApplicantDetails applicant;
    String subject;
    try (PreparedStatement find =
        own.prepareStatement(
            "select kind, name, identity_number, phone, address, contact_name, subject"
                + " from case_applicant where case_number = ?")) {
      find.setString(1, number);
      ResultSet row = find.executeQuery();
      row.next();
      applicant =
          new ApplicantDetails(
              row.getString(1),
              row.getString(2),
              row.getString(3),
              row.getString(4),
              row.getString(5),
              row.getString(6));
      subject = row.getString(7);
    }
    update(
        own,
        "update case_applicant set sealed = ?, name = null, identity_number = null, phone = null,"
            + " address = null, contact_name = null, subject = null where case_number = ?",
        bytes(CaseSeals.seal(key, new CaseSeals.Personal(applicant, subject))),
        number);
    for (CaseSeals.Token token : CaseSeals.tokens(blind, applicant)) {
      update(
          own,
          "insert into person_index (token, kind, case_number) values (?, ?, ?) on conflict do"
              + " nothing",
          bytes(token.token()),
          token.kind(),
          number);
    }
  }

  private static void events(Connection own, String number, DataKey key) throws SQLException {
    List<CaseEvent> spoken = new ArrayList<>();
    try (PreparedStatement find =
        own.prepareStatement(
            "select body::text from case_event where case_number = ?"
                + " and (jsonb_exists(body, 'reason') or jsonb_exists(body, 'missing'))")) {
      find.setString(1, number);
      ResultSet rows = find.executeQuery();
      while (rows.next()) {
        spoken.add(StoredJson.read(rows.getString(1), CaseEvent.class));
      }
    }
    for (CaseEvent event : spoken) {
      update(
          own,
          "update case_event set body = cast(? as jsonb), said = ? where case_number = ? and number"
              + " = ?",
          StoredJson.write(event.wordless()),
          bytes(CaseSeals.said(key, event)),
          number,
          event.number());
    }
  }

  private static void materials(Connection own, String number, DataKey key) throws SQLException {
    try (PreparedStatement find =
        own.prepareStatement(
            "select m.id, m.file_name, f.content from case_material m"
                + " join material_file_plain f on f.sha256 = m.sha256"
                + " where m.case_number = ? and m.sealed is null")) {
      find.setString(1, number);
      ResultSet rows = find.executeQuery();
      while (rows.next()) {
        UUID id = rows.getObject(1, UUID.class);
        DataKey file = Masters.newKey(UploadSeals.subject(id));
        CaseSeals.Label label = file(own, file, id, rows.getString(2), rows.getBytes(3));
        update(
            own,
            "update case_material set sealed = ?, file_key = ?, file_name = null, sha256 = null"
                + " where id = ?",
            bytes(CaseSeals.seal(key, id, label)),
            bytes(CaseSeals.wrap(key, id, file)),
            id);
      }
    }
  }

  private static CaseSeals.Label file(
      Connection own, DataKey key, UUID id, String name, byte[] content) throws SQLException {
    update(
        own,
        "insert into material_file (id, content, stored_at) values (?, ?, now())",
        id,
        UploadSeals.content(key, content));
    return new CaseSeals.Label(name, HexFormat.of().formatHex(sha256(content)), null);
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void notices(Connection own, String number, DataKey key) throws SQLException {
    try (PreparedStatement find =
        own.prepareStatement(
            "select id, recipient_masked, text, text_en, case when status = 'waiting' then"
                + " recipient_plain end from notice where subject_id = ? and shown is null")) {
      find.setString(1, number);
      ResultSet rows = find.executeQuery();
      while (rows.next()) {
        UUID id = rows.getObject(1, UUID.class);
        update(
            own,
            "update notice set shown = ?, recipient = ?, recipient_plain = null,"
                + " recipient_masked = null, text = null, text_en = null where id = ?",
            NoticeSeals.seal(key, id, rows.getString(2), rows.getString(3), rows.getString(4)),
            NoticeSeals.recipient(key, id, rows.getString(5)),
            id);
      }
    }
  }

  /** What names nobody stays; subject, materials and history go behind the seal. */
  private static void view(Connection own, String number, DataKey key) throws SQLException {
    ObjectNode body;
    try (PreparedStatement find =
        own.prepareStatement("select body from case_view where case_number = ?")) {
      find.setString(1, number);
      ResultSet row = find.executeQuery();
      row.next();
      body = (ObjectNode) JSON.readTree(row.getBytes(1));
    } catch (IOException unreadable) {
      throw new IllegalStateException("The view of case " + number + " can't be read", unreadable);
    }
    ObjectNode words = JSON.createObjectNode();
    for (String member : CaseViews.WORDS) {
      if (body.has(member)) {
        words.set(member, body.remove(member));
      }
    }
    update(
        own,
        "update case_view set body = ?, said = ? where case_number = ?",
        StoredJson.bytes(body),
        CaseSeals.view(key, StoredJson.bytes(words)),
        number);
  }

  private void uploads(Connection own) throws SQLException {
    try (PreparedStatement find =
        own.prepareStatement(
            "select u.id, u.file_name, f.content from upload u"
                + " join material_file_plain f on f.sha256 = u.sha256 where u.sealed is null")) {
      ResultSet rows = find.executeQuery();
      while (rows.next()) {
        UUID id = rows.getObject(1, UUID.class);
        DataKey key = keep(own, UploadSeals.subject(id));
        CaseSeals.Label label = file(own, key, id, rows.getString(2), rows.getBytes(3));
        update(
            own,
            "update upload set sealed = ?, file_name = null, sha256 = null where id = ?",
            UploadSeals.label(key, label),
            id);
      }
    }
  }

  private static byte[] bytes(String base64) {
    return Base64.getDecoder().decode(base64);
  }
}
