package org.sunlit.powerlist;

import java.util.List;

/** Between the terms of promises and the contract's shape of them. */
final class PromiseForms {
  private PromiseForms() {}

  static org.sunlit.api.model.PromiseTerms form(PromiseTerms terms) {
    return terms == null
        ? null
        : new org.sunlit.api.model.PromiseTerms()
            .conditions(terms.conditions())
            .conditionsEn(terms.conditionsEn().isEmpty() ? null : terms.conditionsEn())
            .replaces(terms.replaces())
            .checkLimit(PowerItemMapper.limit(terms.checkLimit()))
            .breach(org.sunlit.api.model.BreachConsequence.fromString(terms.breach().code()))
            .consequences(terms.consequences())
            .consequencesEn(terms.consequencesEn());
  }

  /** Null where nothing is said. */
  static PromiseTerms terms(org.sunlit.api.model.PromiseTerms form) {
    return form == null
        ? null
        : new PromiseTerms(
            stripped(form.getConditions()),
            stripped(form.getConditionsEn()),
            stripped(form.getReplaces()),
            ItemForms.limit(form.getCheckLimit()),
            BreachConsequence.of(form.getBreach().toString()),
            text(form.getConsequences()),
            text(form.getConsequencesEn()));
  }

  private static List<String> stripped(List<String> entries) {
    return entries == null
        ? List.of()
        : entries.stream().map(String::strip).filter(entry -> !entry.isEmpty()).toList();
  }

  private static String text(String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }
}
