package org.sunlit.powerlist.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class FlowSvgTest {
  private static final FlowSvg.Heading HEADING =
      new FlowSvg.Heading("食品经营许可", "晴川市市场监督管理局", "承诺时限 7个工作日");

  static Stream<Arguments> pictures() {
    return ShippedFlows.andAHardOne().stream()
        .flatMap(
            flow -> Stream.of(FlowLanguage.values()).map(language -> Arguments.of(flow, language)));
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void drawsAPictureThatStandsAlone(FlowDefinition flow, FlowLanguage language) throws Exception {
    String svg = FlowSvg.draw(flow, HEADING, language);
    Document picture = parse(svg);
    Element root = picture.getDocumentElement();
    assertEquals("img", root.getAttribute("role"));
    assertEquals(language.tag(), root.getAttribute("lang"));
    assertEquals(1, picture.getElementsByTagName("title").getLength());
    for (String forbidden : List.of("script", "style", "image", "use", "a", "foreignObject")) {
      assertEquals(0, picture.getElementsByTagName(forbidden).getLength(), forbidden);
    }
    NodeList all = picture.getElementsByTagName("*");
    for (int place = 0; place < all.getLength(); place++) {
      Element element = (Element) all.item(place);
      for (int at = 0; at < element.getAttributes().getLength(); at++) {
        String name = element.getAttributes().item(at).getNodeName();
        assertFalse(name.startsWith("on") || name.contains("href") || name.equals("style"), name);
      }
    }
    assertFalse(svg.contains("NaN") || svg.contains("Infinity") || svg.contains("null"));
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void tellsEveryStepInReadingOrderToThoseWhoHearIt(FlowDefinition flow, FlowLanguage language)
      throws Exception {
    String words =
        parse(FlowSvg.draw(flow, HEADING, language))
            .getElementsByTagName("desc")
            .item(0)
            .getTextContent();
    List<String> told = words.lines().toList();
    List<FlowStep> order = ReadingOrder.of(flow);
    assertEquals(order.size(), told.size());
    for (int place = 0; place < told.size(); place++) {
      assertTrue(told.get(place).contains(order.get(place).name(language)), words);
    }
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void writesEveryNameWholeAndInsideTheSheet(FlowDefinition flow, FlowLanguage language)
      throws Exception {
    Document picture = parse(FlowSvg.draw(flow, HEADING, language));
    for (FlowStep step : flow.steps()) {
      String written = String.join("", texts(stepGroup(picture, step.id()))).replace(" ", "");
      assertTrue(written.contains(step.name(language).replace(" ", "")), written);
    }
    String[] box = picture.getDocumentElement().getAttribute("viewBox").split(" ");
    double wide = Double.parseDouble(box[2]);
    assertEquals(297.0 / 210, Double.parseDouble(box[3]) / wide, 0.01, "A4");
    assertTrue(wide < 1200, flow.code() + " is printed too small: " + wide);
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void fitsEveryLineIntoItsStep(FlowDefinition flow, FlowLanguage language) {
    FlowDiagram diagram = FlowLayout.lay(flow, FlowLayout.Direction.DOWN, language);
    for (FlowDiagram.Node node : diagram.nodes()) {
      for (String line : node.nameLines()) {
        assertTrue(TextMeasure.width(line, StepCard.NAME_SIZE, true) <= node.width(), line);
      }
      for (String line : node.detailLines()) {
        assertTrue(TextMeasure.width(line, StepCard.DETAIL_SIZE, false) <= node.width(), line);
      }
    }
  }

  @Test
  void escapesWhateverItIsGiven() throws Exception {
    String nasty = "</title><script>alert('1')</script>&amp;\u0000\u0008\uD800";
    String markup = "</title><script>alert('1')</script>&amp;";
    FlowDefinition flow = Flows.sound().named("review", markup, markup).build();
    Document picture =
        parse(FlowSvg.draw(flow, new FlowSvg.Heading(nasty, nasty, nasty), FlowLanguage.ZH));
    assertEquals(0, picture.getElementsByTagName("script").getLength());
    assertTrue(picture.getElementsByTagName("title").item(0).getTextContent().contains("<script>"));
  }

  @Test
  void showsWhereACaseIs() throws Exception {
    FlowDefinition flow = Flows.sound().build();
    FlowSvg.Progress progress = new FlowSvg.Progress(Set.of("review"), Set.of("apply", "accept"));
    String svg = FlowSvg.draw(flow, FlowSvg.Heading.NONE, progress, FlowLanguage.ZH);
    Document picture = parse(svg);
    assertTrue(texts(stepGroup(picture, "review")).contains("当前环节"));
    assertFalse(texts(stepGroup(picture, "accept")).contains("当前环节"));
    assertEquals(1, svg.split("当前环节", -1).length - 1);
    assertNotEquals(svg, FlowSvg.draw(flow, FlowSvg.Heading.NONE, FlowLanguage.ZH));
    parse(
        FlowSvg.draw(
            flow,
            HEADING,
            new FlowSvg.Progress(Set.of("gone"), Set.of("elsewhere")),
            FlowLanguage.EN));
  }

  @Test
  void saysWhenAFlowIsOnlyTheStandard() {
    assertTrue(
        FlowSvg.draw(StandardFlows.of("licence"), HEADING, FlowLanguage.ZH).contains("部门尚未公布自有流程"));
    assertFalse(FlowSvg.draw(Flows.sound().build(), HEADING, FlowLanguage.ZH).contains("尚未公布"));
  }

  private static Document parse(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }

  private static Element stepGroup(Document picture, String id) {
    NodeList groups = picture.getElementsByTagName("g");
    for (int place = 0; place < groups.getLength(); place++) {
      Element group = (Element) groups.item(place);
      if (group.getAttribute("data-step").equals(id)) {
        return group;
      }
    }
    throw new AssertionError("No step " + id);
  }

  private static List<String> texts(Element group) {
    NodeList texts = group.getElementsByTagName("text");
    List<String> lines = new ArrayList<>();
    for (int place = 0; place < texts.getLength(); place++) {
      lines.add(texts.item(place).getTextContent());
    }
    return lines;
  }
}
