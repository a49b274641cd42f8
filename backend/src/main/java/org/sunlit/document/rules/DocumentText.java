package org.sunlit.document.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What a document says and to whom. It is sealed with the case's key when the document is issued
 * and never composed again.
 *
 * @param addressee the applicant's full name
 * @param blocks the text, in order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DocumentText(String addressee, List<Block> blocks) {
  public DocumentText {
    blocks = List.copyOf(blocks);
  }
}
