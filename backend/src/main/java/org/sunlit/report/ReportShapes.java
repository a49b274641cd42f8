package org.sunlit.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sunlit.api.model.ReportAttachment;
import org.sunlit.api.model.ReportConversation;
import org.sunlit.api.model.ReportFile;
import org.sunlit.api.model.ReportFileMessage;
import org.sunlit.api.model.ReportKey;
import org.sunlit.api.model.ReportMessage;
import org.sunlit.api.model.ReportRecipient;
import org.sunlit.api.model.ReportSealedKey;
import org.sunlit.api.model.ReportSealingGap;
import org.sunlit.api.model.ReportState;
import org.sunlit.api.model.ReportStep;
import org.sunlit.api.model.ReportSummary;
import org.sunlit.api.model.ReportWords;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.report.Conversations.Conversation;
import org.sunlit.report.RecipientReads.Gap;
import org.sunlit.report.RecipientReads.Recipient;
import org.sunlit.report.ReportReads.File;
import org.sunlit.report.ReportReads.Listed;
import org.sunlit.report.ReportReads.Message;
import org.sunlit.report.ReportReads.Standing;
import org.sunlit.report.ReportReads.Step;

/** Between the contract's shapes and ours. */
final class ReportShapes {
  private ReportShapes() {}

  static SealedMessage message(ReportWords words) {
    try {
      Map<UUID, byte[]> keys =
          words.getKeys().stream()
              .collect(Collectors.toMap(ReportSealedKey::getRecipient, ReportSealedKey::getKey));
      return new SealedMessage(words.getBody(), words.getReporterKey(), keys);
    } catch (IllegalStateException twice) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/words/keys", "report.shape");
    }
  }

  static List<UUID> files(List<UUID> files) {
    return files == null ? List.of() : files.stream().distinct().toList();
  }

  static Set<UUID> leftOut(List<UUID> recipients) {
    return recipients == null ? Set.of() : Set.copyOf(recipients);
  }

  static ReportKey key(Recipient recipient) {
    return new ReportKey()
        .id(recipient.id())
        .name(recipient.name())
        .nameEn(recipient.nameEn())
        .title(recipient.title())
        .publicKey(recipient.publicKey())
        .fingerprint(recipient.fingerprint())
        .active(recipient.active());
  }

  static ReportConversation conversation(Conversation opened, List<Recipient> recipients) {
    Standing standing = opened.standing();
    return new ReportConversation()
        .state(state(standing.state()))
        .filedOn(standing.filedOn())
        .destroyedOn(standing.destroyOn())
        .next(opened.next())
        .messages(
            opened.messages().stream()
                .map(
                    said ->
                        new ReportMessage()
                            .number(said.number())
                            .sender(said.sender())
                            .day(said.on())
                            .body(said.body())
                            .key(said.reporterKey()))
                .toList())
        .keys(recipients.stream().map(ReportShapes::key).toList())
        .leftOut(standing.leftOut());
  }

  static ReportSummary summary(Listed listed) {
    return new ReportSummary()
        .id(listed.id())
        .state(state(listed.state()))
        .filedOn(listed.filedOn())
        .changedOn(listed.changedOn())
        .destroyedOn(listed.destroyOn())
        .messages(listed.messages())
        .waiting(listed.waiting())
        .readable(listed.readable());
  }

  static ReportFile file(
      Standing standing,
      List<Message> messages,
      List<File> files,
      List<Step> steps,
      List<Recipient> recipients,
      UUID mine) {
    return new ReportFile()
        .id(standing.id())
        .state(state(standing.state()))
        .possible(
            standing.state().next().stream()
                .sorted(Comparator.naturalOrder())
                .map(ReportShapes::state)
                .toList())
        .filedOn(standing.filedOn())
        .destroyedOn(standing.destroyOn())
        .publicKey(standing.publicKey())
        .next(messages.size() + 1)
        .messages(messages.stream().map(said -> fileMessage(said, files)).toList())
        .keys(recipients.stream().map(ReportShapes::key).toList())
        .leftOut(standing.leftOut())
        .mine(mine)
        .steps(
            steps.stream()
                .map(
                    step ->
                        new ReportStep()
                            .state(state(step.state()))
                            .day(step.on())
                            .by(step.name() == null ? step.account() : step.name())
                            .byEn(step.nameEn()))
                .toList())
        .version(standing.version());
  }

  private static ReportFileMessage fileMessage(Message said, List<File> files) {
    return new ReportFileMessage()
        .number(said.number())
        .sender(said.sender())
        .day(said.on())
        .body(said.body())
        .key(said.key())
        .keyBy(said.keyBy())
        .attachments(
            files.stream()
                .filter(file -> file.number() == said.number())
                .map(file -> new ReportAttachment().id(file.id()).size(file.size()))
                .toList());
  }

  /**
   * @param missing so many messages it has no key of
   */
  static ReportRecipient recipient(Recipient recipient, int missing) {
    return new ReportRecipient()
        .id(recipient.id())
        .account(recipient.account())
        .name(recipient.name())
        .nameEn(recipient.nameEn())
        .publicKey(recipient.publicKey())
        .fingerprint(recipient.fingerprint())
        .active(recipient.active())
        .since(recipient.since())
        .until(recipient.until())
        .missing(missing);
  }

  static ReportSealingGap gap(Gap gap) {
    return new ReportSealingGap()
        .reportId(gap.report())
        .number(gap.number())
        .sender(gap.sender())
        .publicKey(gap.publicKey())
        .digest(gap.digest())
        .key(gap.key())
        .keyBy(gap.keyBy())
        .recipients(gap.recipients());
  }

  static ReportState state(org.sunlit.report.rules.ReportState state) {
    return ReportState.fromValue(state.code());
  }
}
