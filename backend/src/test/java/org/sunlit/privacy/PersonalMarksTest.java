package org.sunlit.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a machine marks as personal, and what it leaves alone. */
class PersonalMarksTest {
  @ParameterizedTest
  @CsvSource({
    "身份证11010519491231002X办理, identityNumber, 11010519491231002X",
    "卡号6222 0212 3456 7890 123退款, bankCard, 6222 0212 3456 7890 123",
    "请打13912345678联系, mobile, 13912345678",
    "电话+86 139-1234-5678, mobile, +86 139-1234-5678",
    "座机0731-84667777无人接, landline, 0731-84667777",
    "发到li.xm@example.org.cn即可, email, li.xm@example.org.cn",
    "车牌湘A·12345乱停, plate, 湘A·12345",
    "姓名：李小满，住三楼, name, 李小满",
    "联系人王芳电话未接, name, 王芳",
    "窗口的张建国先生态度好, name, 张建国",
    "找到陈师傅修好, name, 陈"
  })
  void whatLooksPersonalIsMarked(String text, String kind, String marked) {
    List<PersonalMarks.Mark> found = PersonalMarks.find(text, List.of());

    assertEquals(List.of(kind), found.stream().map(mark -> mark.kind().code()).toList());
    assertEquals(marked, found.get(0).of(text));
  }

  @ParameterizedTest
  @CsvSource({
    "2026年3月15日第12号线第100次投诉",
    "热线12345和12346都打过",
    "补贴1234567元未到账",
    "编号S20260105-000012",
    "物业公司负责人不出面"
  })
  void whatIsNothingPersonalIsLeft(String text) {
    assertEquals(List.of(), PersonalMarks.find(text, List.of()));
  }

  @Test
  void whatTheWriterGaveIsBlottedOutWhereverItStands() {
    String text = "我李小满反映，李小满家无水，请打13900001111。";

    List<PersonalMarks.Mark> found = PersonalMarks.find(text, List.of("李小满", "13900001111"));

    assertEquals("我＊＊＊反映，＊＊＊家无水，请打＊＊＊。", PersonalMarks.blotted(text, found));
  }
}
