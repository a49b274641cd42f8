package org.sunlit.agency.rules;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A letter of mandate (授权委托书): what is shown before it is signed is what is kept afterwards. The
 * Chinese text counts.
 *
 * @param clauses in their order
 */
public record Letter(List<Clause> clauses) {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
  private static final DateTimeFormatter DAY_EN =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  /**
   * One of its sentences.
   *
   * @param en a help to read it
   */
  public record Clause(String zh, String en) {}

  public Letter {
    clauses = List.copyOf(clauses);
  }

  /**
   * The letter by which somebody authorises an agent.
   *
   * @param principal the name of who authorises 委托人
   * @param purpose for what project or business, in their words
   * @param agent the agent's name 受托人
   */
  public static Letter of(
      String principal, String purpose, Set<AgentTask> tasks, LocalDate until, String agent) {
    return new Letter(
        List.of(
            new Clause(
                "委托人%s委托政务服务代办机构代办员%s为代理人，全程代办：%s。".formatted(principal, agent, purpose),
                "%s, the principal, appoints %s of the city's agency service as agent for the whole process of: %s."
                    .formatted(principal, agent, purpose)),
            new Clause(
                "代理事项：%s。代理人不得代为撤回申请、作出承诺或者放弃权利，也不得转委托他人（民法典第一百六十五条、第一百六十九条）。"
                    .formatted(list(tasks, AgentTask::zh, "、")),
                "The agent may: %s. The agent may not withdraw applications, give promises or waive rights, and may not pass the mandate on (Civil Code, articles 165 and 169)."
                    .formatted(list(tasks, AgentTask::en, ", "))),
            new Clause(
                "代理期限：自委托人签署之日起，至%s止。".formatted(DAY.format(until)),
                "It holds from the day the principal signs until %s."
                    .formatted(DAY_EN.format(until))),
            new Clause(
                "代理人在上述权限内以委托人名义所办的事项，对委托人发生效力（民法典第一百六十二条）；每次代办均予记录，委托人随时可以查看。",
                "What the agent does within this, in the principal's name, binds the principal (Civil Code, article 162). Each act is recorded, and the principal can look at it at any time."),
            new Clause(
                "委托人同意代理人为办理上述事项使用委托人账号登记的身份信息和联系方式，并查看由其代办的办件（个人信息保护法第十三条、第十四条）。",
                "The principal consents to the agent using the identity and contacts of the principal's account for this, and to the agent seeing the cases begun by this mandate (Personal Information Protection Law, articles 13 and 14)."),
            new Clause(
                "代办不收取任何费用（行政许可法第五十八条）。",
                "The service is free of charge (Administrative Licence Law, article 58)."),
            new Clause(
                "委托人可以随时取消委托，代理人可以辞去委托，委托即行终止（民法典第一百七十三条）。",
                "The principal can end the mandate and the agent can lay it down at any time (Civil Code, article 173).")));
  }

  private static String list(
      Set<AgentTask> tasks, Function<AgentTask, String> word, String between) {
    return Arrays.stream(AgentTask.values())
        .filter(tasks::contains)
        .map(word)
        .collect(Collectors.joining(between));
  }
}
