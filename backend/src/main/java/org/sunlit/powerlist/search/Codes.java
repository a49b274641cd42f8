package org.sunlit.powerlist.search;

import java.util.Arrays;
import java.util.Comparator;
import org.apache.lucene.util.FixedBitSet;

/**
 * Each document's code in lower case. Nearly every code is a term of its own, so those that begin
 * alike are found in a sorted list far faster than among the terms of an index.
 */
final class Codes {
  private final String[] ofDocument;
  private final int[] byCode;

  Codes(String[] ofDocument) {
    this.ofDocument = ofDocument;
    Integer[] documents = new Integer[ofDocument.length];
    Arrays.setAll(documents, document -> document);
    Arrays.sort(documents, Comparator.comparing(document -> ofDocument[document]));
    this.byCode = Arrays.stream(documents).mapToInt(Integer::intValue).toArray();
  }

  String of(int document) {
    return ofDocument[document];
  }

  /** Documents whose code begins like this; none for an empty text. */
  FixedBitSet beginningWith(String text) {
    FixedBitSet bits = new FixedBitSet(byCode.length);
    if (!text.isEmpty()) {
      int end = firstNotBefore(text + Character.MAX_VALUE);
      for (int place = firstNotBefore(text); place < end; place++) {
        bits.set(byCode[place]);
      }
    }
    return bits;
  }

  private int firstNotBefore(String text) {
    int low = 0;
    int high = byCode.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ofDocument[byCode[middle]].compareTo(text) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
