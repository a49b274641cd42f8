package org.sunlit.powerlist.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogByteSizeMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Builds the Lucene index in memory, one segment, documents in the order given. */
final class IndexBuild {
  private static final int BUFFER_MEGABYTES = 256;

  /**
   * What is built.
   *
   * @param names each document's squeezed name
   * @param bareNames the same without what stands in brackets
   * @param readable what of each name can be read aloud
   * @param bareReadable the same without what stands in brackets
   * @param codes each document's code
   * @param parents each document's squeezed 主项名称
   * @param departments by code, the names a department is known by
   */
  record Built(
      Postings postings,
      String[] names,
      String[] bareNames,
      String[] readable,
      String[] bareReadable,
      Codes codes,
      String[] parents,
      Map<String, Set<String>> departments,
      Map<String, Set<String>> categories) {}

  private IndexBuild() {}

  static Built of(List<SearchEntry> entries, int[] entryOf) {
    try {
      return new Built(
          new Postings(searcher(entries, entryOf)),
          texts(entries, entryOf, entry -> NormalText.squeeze(entry.name())),
          texts(entries, entryOf, entry -> NormalText.withoutBrackets(entry.name())),
          texts(entries, entryOf, entry -> Pinyin.readable(NormalText.squeeze(entry.name()))),
          texts(
              entries, entryOf, entry -> Pinyin.readable(NormalText.withoutBrackets(entry.name()))),
          new Codes(texts(entries, entryOf, entry -> NormalText.code(entry.code()))),
          texts(
              entries,
              entryOf,
              entry -> entry.parentName() == null ? "" : NormalText.squeeze(entry.parentName())),
          names(entries, SearchEntry::departmentCode, SearchEntry::departmentNames),
          names(entries, SearchEntry::category, SearchEntry::categoryNames));
    } catch (IOException impossible) {
      throw new UncheckedIOException("The index is in memory", impossible);
    }
  }

  private static IndexSearcher searcher(List<SearchEntry> entries, int[] entryOf)
      throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    IndexWriterConfig config =
        new IndexWriterConfig()
            .setRAMBufferSizeMB(BUFFER_MEGABYTES)
            // Merges neighbours only, which keeps the documents in their order.
            .setMergePolicy(new LogByteSizeMergePolicy());
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      Map<IndexedField, TermStream> streams = new EnumMap<>(IndexedField.class);
      Document document = new Document();
      for (IndexedField field : IndexedField.values()) {
        TermStream stream = new TermStream();
        streams.put(field, stream);
        document.add(new Field(field.name(), stream, type()));
      }
      for (int entry : entryOf) {
        Map<IndexedField, Collection<String>> terms = IndexTerms.of(entries.get(entry));
        streams.forEach((field, stream) -> stream.with(terms.getOrDefault(field, List.of())));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
    IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
    searcher.setQueryCache(null);
    return searcher;
  }

  private static FieldType type() {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setOmitNorms(true);
    type.setIndexOptions(IndexOptions.DOCS);
    type.freeze();
    return type;
  }

  private static String[] texts(
      List<SearchEntry> entries,
      int[] entryOf,
      java.util.function.Function<SearchEntry, String> text) {
    String[] texts = new String[entryOf.length];
    for (int document = 0; document < entryOf.length; document++) {
      texts[document] = text.apply(entries.get(entryOf[document]));
    }
    return texts;
  }

  private static Map<String, Set<String>> names(
      List<SearchEntry> entries,
      java.util.function.Function<SearchEntry, String> key,
      java.util.function.Function<SearchEntry, List<String>> names) {
    Map<String, Set<String>> known = new LinkedHashMap<>();
    for (SearchEntry entry : entries) {
      known
          .computeIfAbsent(key.apply(entry), ignored -> new TreeSet<>())
          .addAll(names.apply(entry));
    }
    known.replaceAll((ignored, all) -> new TreeSet<>(all));
    return new LinkedHashMap<>(known);
  }
}
