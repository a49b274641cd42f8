package org.sunlit.powerlist.search;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Hands terms that are ready to the index; used again for every document. */
final class TermStream extends TokenStream {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private Collection<String> terms = Collections.emptyList();
  private Iterator<String> left = Collections.emptyIterator();

  TermStream with(Collection<String> ready) {
    terms = ready;
    return this;
  }

  @Override
  public void reset() {
    left = terms.iterator();
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    if (!left.hasNext()) {
      return false;
    }
    term.setEmpty().append(left.next());
    return true;
  }
}
