package org.sunlit.testing;

import java.util.List;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.powerlist.Category;
import org.sunlit.powerlist.Fee;
import org.sunlit.powerlist.Handling;
import org.sunlit.powerlist.ItemContent;
import org.sunlit.powerlist.ItemDraft;
import org.sunlit.powerlist.ItemResult;
import org.sunlit.powerlist.ItemStatus;
import org.sunlit.powerlist.Material;
import org.sunlit.powerlist.MaterialForm;
import org.sunlit.powerlist.MaterialSource;
import org.sunlit.powerlist.PromiseTerms;
import org.sunlit.powerlist.RegionLevel;
import org.sunlit.powerlist.ServiceFor;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.ShippedFlows;

/**
 * An item of a test's city: a licence in force that asks for nothing, costs nothing and has neither
 * limits nor flow, but for what is said otherwise.
 */
public final class SampleItem {
  private final String code;
  private final String department;
  private String name;
  private String region;
  private RegionLevel level = RegionLevel.CITY;
  private Category category = Category.LICENCE;
  private ItemStatus status = ItemStatus.IN_FORCE;
  private Limit statutory;
  private Limit promised;
  private List<Material> materials = List.of();
  private List<Fee> fees = List.of();
  private PromiseTerms promise;
  private ItemResult result;
  private FlowDefinition flow;

  private SampleItem(String department, String code, String region) {
    this.department = department;
    this.code = code;
    this.region = region;
    name = "测试事项" + code;
  }

  /** An item of a department of this city. */
  public static SampleItem of(String department, String code, String city) {
    return new SampleItem(department, code, city);
  }

  /** A material that is handed in as a file. */
  public static Material material(String code, String name, boolean required) {
    return new Material(
        code,
        name,
        null,
        MaterialForm.ELECTRONIC,
        1,
        MaterialSource.APPLICANT,
        required,
        false,
        null);
  }

  /** Its name, with its code behind it. */
  public SampleItem named(String name) {
    this.name = name + code;
    return this;
  }

  public SampleItem of(Category category, ItemStatus status) {
    this.category = category;
    this.status = status;
    return this;
  }

  public SampleItem inCounty(String county) {
    region = county;
    level = RegionLevel.COUNTY;
    return this;
  }

  /** Its limits in working days, and the flow it takes, one of those that are shipped. */
  public SampleItem within(int statutoryDays, int promisedDays, String shippedFlow) {
    statutory = new Limit(statutoryDays, LimitUnit.WORKING_DAYS);
    promised = new Limit(promisedDays, LimitUnit.WORKING_DAYS);
    flow = ShippedFlows.read(shippedFlow);
    return this;
  }

  public SampleItem asking(List<Material> materials) {
    this.materials = materials;
    return this;
  }

  public SampleItem costing(Fee... fees) {
    this.fees = List.of(fees);
    return this;
  }

  public SampleItem promising(PromiseTerms terms) {
    promise = terms;
    return this;
  }

  /** What one gets in the end. */
  public SampleItem giving(String name) {
    result = new ItemResult(name, null);
    return this;
  }

  public ItemDraft draft() {
    ItemContent content =
        new ItemContent(
            name,
            null,
            null,
            category,
            department,
            region,
            level,
            status,
            null,
            null,
            null,
            Handling.PROMISED,
            statutory,
            promised,
            4,
            0,
            ServiceFor.BOTH,
            result,
            List.of(),
            List.of(),
            materials,
            fees,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            promise);
    return new ItemDraft(code, null, content, flow);
  }
}
