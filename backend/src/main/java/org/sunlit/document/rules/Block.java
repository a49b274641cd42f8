package org.sunlit.document.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.sunlit.platform.Coded;

/**
 * One piece of a document's text. The Chinese is the document; the English helps to read it.
 *
 * @param kind what it is
 * @param label for a fact or a ground, its name; null otherwise
 * @param labelEn the same in English
 * @param text what it says; null for a document and the addressee
 * @param textEn the same in English
 * @param document for a document that is delivered, which; null otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Block(
    Kind kind, String label, String labelEn, String text, String textEn, UUID document) {
  /** What a block is. */
  public enum Kind implements Coded {
    /** A paragraph. */
    PARAGRAPH("paragraph"),
    /** One of a numbered list. */
    ITEM("item"),
    /** A name and its value. */
    FACT("fact"),
    /** An article with its words. */
    GROUND("ground"),
    /** What one can do against it. */
    REMEDY("remedy"),
    /** A fact whose value is the applicant's name, which not every reader may see. */
    ADDRESSEE("addressee"),
    /** Another document of the case. */
    DOCUMENT("document");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    @Override
    @JsonValue
    public String code() {
      return code;
    }
  }
}
