package org.sunlit.notice;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sunlit.api.model.NoticeChannel;
import org.sunlit.api.model.NoticeLanguage;
import org.sunlit.platform.Coded;
import org.sunlit.problem.Language;

/** Puts choices into the contract's words and reads them from there. */
public final class NoticeChoices {
  private NoticeChoices() {}

  /** What was chosen; null stays null, and what is left out is as usual. */
  public static NoticeChoice read(org.sunlit.api.model.NoticeChoice choice) {
    if (choice == null) {
      return null;
    }
    String email = choice.getEmail();
    return new NoticeChoice(
        choice.getLanguage() == NoticeLanguage.EN ? Language.EN : Language.ZH_CN,
        email == null || email.isBlank() ? null : email.strip(),
        choice.getRequired() == null
            ? NoticeChoice.USUAL.required()
            : channels(choice.getRequired()),
        choice.getProgress() == null ? Set.of() : channels(choice.getProgress()));
  }

  /** The choice as the contract has it. */
  public static org.sunlit.api.model.NoticeChoice shown(NoticeChoice choice) {
    return new org.sunlit.api.model.NoticeChoice()
        .language(choice.language() == Language.EN ? NoticeLanguage.EN : NoticeLanguage.ZH_CN)
        .email(choice.email())
        .required(shown(choice.required()))
        .progress(shown(choice.progress()));
  }

  private static Set<Channel> channels(Collection<NoticeChannel> chosen) {
    return chosen.stream()
        .map(channel -> Coded.of(Channel.class, channel.toString()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<NoticeChannel> shown(Set<Channel> chosen) {
    List<NoticeChannel> inOrder =
        Stream.of(Channel.values())
            .filter(chosen::contains)
            .map(channel -> NoticeChannel.fromValue(channel.code()))
            .toList();
    return new LinkedHashSet<>(inOrder);
  }
}
