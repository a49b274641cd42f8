package org.sunlit.powerlist.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import net.sourceforge.pinyin4j.PinyinHelper;
import net.sourceforge.pinyin4j.format.HanyuPinyinOutputFormat;
import net.sourceforge.pinyin4j.format.HanyuPinyinToneType;
import net.sourceforge.pinyin4j.format.HanyuPinyinVCharType;
import net.sourceforge.pinyin4j.format.exception.BadHanyuPinyinOutputFormatCombination;

/**
 * How characters are read aloud and typed. Most characters with several readings have one that
 * matters; the others would only bring noise into search. Those with several likely ones in names
 * of public services are listed here, everything else keeps its first.
 */
final class Pinyin {
  private static final String SEVERAL_LIKELY =
      """
      行xing,hang 会hui,kuai 调tiao,diao 校xiao,jiao 重zhong,chong 参can,shen 给gei,ji 乐le,yue 没mei,mo
      藏cang,zang 长chang,zhang 畜chu,xu 还hai,huan 传chuan,zhuan 都du,dou 率lv,shuai 差cha,chai 着zhe,zhuo
      厦xia,sha 曾zeng,ceng 朝chao,zhao 弹dan,tan 薄bo,bao 血xue,xie 拓tuo,ta 剥bo,bao 盛sheng,cheng
      折zhe,she 塞sai,se 堡bao,pu 尉wei,yu 仇chou,qiu 角jiao,jue 脉mai,mo 沈shen,chen 熟shu,shou 仔zi,zai
      降jiang,xiang 系xi,ji 卡ka,qia 省sheng,xing 宿su,xiu 石shi,dan 便bian,pian 种zhong,chong 纤xian,qian
      """;

  private static final Map<Character, String[]> LIKELY = likely();

  /** By character, filled as they are met: search asks for millions of them a second. */
  private static final AtomicReferenceArray<String[]> READ =
      new AtomicReferenceArray<>(1 << Character.SIZE);

  /** The initials of each character's readings, a bit a letter; 0 when not met yet. */
  private static final int[] INITIALS = new int[1 << Character.SIZE];

  /** A bit beyond the 26 letters. */
  private static final int MET = 1 << 26;

  private static final String[] NONE = {};
  private static final HanyuPinyinOutputFormat FORMAT = format();

  private Pinyin() {}

  private static Map<Character, String[]> likely() {
    Map<Character, String[]> likely = new HashMap<>();
    for (String entry : SEVERAL_LIKELY.strip().split("\\s+")) {
      likely.put(entry.charAt(0), entry.substring(1).split(","));
    }
    return likely;
  }

  private static HanyuPinyinOutputFormat format() {
    HanyuPinyinOutputFormat format = new HanyuPinyinOutputFormat();
    format.setToneType(HanyuPinyinToneType.WITHOUT_TONE);
    format.setVCharType(HanyuPinyinVCharType.WITH_V);
    return format;
  }

  /** The likely readings of a character, likeliest first; a Latin letter reads as itself. */
  static String[] readings(char character) {
    String[] known = READ.getAcquire(character);
    if (known == null) {
      // Two threads may both look; they find the same.
      known = look(character);
      READ.setRelease(character, known);
    }
    return known;
  }

  private static String[] look(char character) {
    if (character >= 'a' && character <= 'z') {
      return new String[] {String.valueOf(character)};
    }
    String[] several = LIKELY.get(character);
    if (several != null) {
      return several;
    }
    try {
      String[] all = PinyinHelper.toHanyuPinyinStringArray(character, FORMAT);
      return all == null || all.length == 0 ? NONE : new String[] {all[0]};
    } catch (BadHanyuPinyinOutputFormatCombination impossible) {
      throw new IllegalStateException("The format is constant", impossible);
    }
  }

  /** Only the characters that can be read, in order: 5G基站 keeps g, 基, 站. */
  static String readable(String squeezed) {
    StringBuilder kept = new StringBuilder();
    for (char character : squeezed.toCharArray()) {
      if (readings(character).length > 0) {
        kept.append(character);
      }
    }
    return kept.toString();
  }

  /** The likeliest reading of a whole text. */
  static String full(String readable) {
    StringBuilder full = new StringBuilder();
    for (char character : readable.toCharArray()) {
      full.append(readings(character)[0]);
    }
    return full.toString();
  }

  /** The likeliest reading, and those that differ from it in one character. */
  static List<String> fulls(String readable) {
    List<String> fulls = new ArrayList<>();
    fulls.add(full(readable));
    for (int at = 0; at < readable.length(); at++) {
      String[] readings = readings(readable.charAt(at));
      for (int other = 1; other < readings.length; other++) {
        fulls.add(
            full(readable.substring(0, at)) + readings[other] + full(readable.substring(at + 1)));
      }
    }
    return fulls;
  }

  /** All pairs of neighbouring initials under any likely reading. */
  static Set<String> initialPairs(String readable) {
    Set<String> pairs = new LinkedHashSet<>();
    for (int at = 0; at + 1 < readable.length(); at++) {
      for (String first : readings(readable.charAt(at))) {
        for (String second : readings(readable.charAt(at + 1))) {
          pairs.add("" + first.charAt(0) + second.charAt(0));
        }
      }
    }
    return pairs;
  }

  /** All three neighbouring initials under any likely reading. */
  static Set<String> initialPieces(String readable) {
    Set<String> pieces = new LinkedHashSet<>();
    for (int at = 0; at + 2 < readable.length(); at++) {
      for (String first : readings(readable.charAt(at))) {
        for (String second : readings(readable.charAt(at + 1))) {
          for (String third : readings(readable.charAt(at + 2))) {
            pieces.add("" + first.charAt(0) + second.charAt(0) + third.charAt(0));
          }
        }
      }
    }
    return pieces;
  }

  /** Whether the initials stand at this place of a text, under any likely reading. */
  static boolean initialsAt(String readable, int at, String initials) {
    if (at + initials.length() > readable.length()) {
      return false;
    }
    for (int i = 0; i < initials.length(); i++) {
      if (!hasInitial(readable.charAt(at + i), initials.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the initials stand anywhere in a text. */
  static boolean hasInitials(String readable, String initials) {
    for (int at = 0; at + initials.length() <= readable.length(); at++) {
      if (initialsAt(readable, at, initials)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasInitial(char character, char initial) {
    return (initials(character) & 1 << (initial - 'a')) != 0;
  }

  private static int initials(char character) {
    int known = INITIALS[character];
    if (known == 0) {
      known = MET;
      for (String reading : readings(character)) {
        known |= 1 << (reading.charAt(0) - 'a');
      }
      INITIALS[character] = known;
    }
    return known;
  }

  /** The likeliest initials of a text. */
  static String initials(String readable) {
    StringBuilder initials = new StringBuilder();
    for (char character : readable.toCharArray()) {
      initials.append(readings(character)[0].charAt(0));
    }
    return initials.toString();
  }

  /**
   * Whether a text, from a character on, is read like this; the last syllable may be unfinished.
   */
  static boolean readsAt(String readable, int at, String typed) {
    return reads(readable, at, typed, 0);
  }

  private static boolean reads(String readable, int at, String typed, int from) {
    if (from == typed.length()) {
      return true;
    }
    if (at == readable.length()) {
      return false;
    }
    int left = typed.length() - from;
    for (String reading : readings(readable.charAt(at))) {
      if (typed.startsWith(reading, from)
          ? reads(readable, at + 1, typed, from + reading.length())
          : left < reading.length() && reading.startsWith(typed.substring(from))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text is read like this from any of its characters on. */
  static boolean readsWithin(String readable, String typed) {
    for (int at = 0; at < readable.length(); at++) {
      if (readsAt(readable, at, typed)) {
        return true;
      }
    }
    return false;
  }
}
