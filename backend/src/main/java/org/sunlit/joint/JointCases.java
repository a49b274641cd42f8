package org.sunlit.joint;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sunlit.casework.CasesTogether;
import org.sunlit.casework.CasesTogether.Brief;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Reach;
import org.sunlit.powerlist.DepartmentRef;

/** Tells other rooms which cases joint applications began, and where they stand. */
@ApplicationScoped
public class JointCases {
  private static final String MEMBERS =
      """
      select c.joint_number, c.case_number, c.item_code, d.code, d.name, d.name_en
      from joint_case c join department d on d.code = c.department_code
      where c.joint_number = any ($1::text[]) order by c.joint_number, c.place
      """;
  private static final String READABLE =
      "select distinct m.joint_number from joint_member m where m.joint_number = any ($1::text[])"
          + " and "
          + Reach.within("m.department_code", "m.region_code", 2);

  /** A case of a joint application with where it stands. */
  public record Part(
      String caseNumber, String itemCode, DepartmentRef department, Brief standing) {}

  private record Member(
      String jointNumber, String caseNumber, String itemCode, DepartmentRef department) {}

  private final JointStore store;
  private final CasesTogether cases;
  private final Pool pool;

  JointCases(JointStore store, CasesTogether cases, Pool pool) {
    this.store = store;
    this.cases = cases;
    this.pool = pool;
  }

  /** The numbers of its cases, in its order; none for a number that isn't one. */
  public Uni<List<String>> of(String jointNumber) {
    return store
        .find(jointNumber)
        .map(found -> found.map(JointRecord::caseNumbers).orElse(List.of()));
  }

  /** The cases of several joint applications as they stand, by joint number, in their order. */
  public Uni<Map<String, List<Part>>> standing(Collection<String> jointNumbers) {
    if (jointNumbers.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return pool.preparedQuery(MEMBERS)
        .execute(Tuple.of((Object) jointNumbers.toArray(String[]::new)))
        .map(rows -> rows.stream().map(JointCases::member).toList())
        .chain(
            members ->
                cases
                    .briefs(members.stream().map(Member::caseNumber).toList())
                    .map(briefs -> standing(members, briefs)));
  }

  private static Map<String, List<Part>> standing(List<Member> members, Map<String, Brief> briefs) {
    Map<String, List<Part>> standing = new HashMap<>();
    for (Member one : members) {
      standing
          .computeIfAbsent(one.jointNumber(), number -> new ArrayList<>())
          .add(
              new Part(
                  one.caseNumber(),
                  one.itemCode(),
                  one.department(),
                  briefs.get(one.caseNumber())));
    }
    return standing;
  }

  /** Those of these joint applications that a reader's department leads or has joined. */
  public Uni<Set<String>> readable(Collection<String> jointNumbers, Actor reader) {
    return pool.preparedQuery(READABLE)
        .execute(Reach.of(reader).addTo(Tuple.of((Object) jointNumbers.toArray(String[]::new))))
        .map(
            rows ->
                rows.stream()
                    .map(row -> row.getString("joint_number"))
                    .collect(Collectors.toUnmodifiableSet()));
  }

  private static Member member(Row row) {
    return new Member(
        row.getString("joint_number"),
        row.getString("case_number"),
        row.getString("item_code"),
        new DepartmentRef(row.getString("code"), row.getString("name"), row.getString("name_en")));
  }
}
