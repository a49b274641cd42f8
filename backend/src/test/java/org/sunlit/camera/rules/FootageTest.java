package org.sunlit.camera.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FootageTest {
  /** As encoders write it: offsets without a colon, a stop of eight minutes, one file gone. */
  private static final String DAY =
      """
      #EXTM3U
      #EXT-X-VERSION:7
      #EXT-X-TARGETDURATION:60
      #EXT-X-MAP:URI="init.mp4"
      #EXT-X-PROGRAM-DATE-TIME:2026-03-02T10:00:00.000+0800
      #EXTINF:60.000000,
      a/100000.m4s
      #EXTINF:59.960,title
      a/100100.m4s
      #EXT-X-DISCONTINUITY
      #EXT-X-PROGRAM-DATE-TIME:2026-03-02T10:10:00+08:00
      #EXTINF:60,
      a/101000.m4s
      #EXT-X-GAP
      #EXTINF:60,
      a/101100.m4s
      #EXTINF:60,
      a/101200.m4s
      """;

  @Test
  void aPlaylistPlacesItsFilesInTime() {
    List<Segment> read = DayPlaylist.read(DAY);
    assertEquals(
        List.of("a/100000.m4s", "a/100100.m4s", "a/101000.m4s", "a/101200.m4s"),
        read.stream().map(Segment::path).toList());
    assertEquals(at("10:01:00"), read.get(1).start());
    assertEquals(Duration.ofMillis(59_960), read.get(1).length());
    assertEquals(at("10:12:00"), read.get(3).start());
    assertEquals(List.of(false, false, true, true), read.stream().map(Segment::fresh).toList());
    assertEquals("init.mp4", read.get(3).map());
  }

  @Test
  void aMomentIsReadAsExactlyAsItIsWritten() {
    for (String moment : List.of("10:00:00.5+08:00", "10:00:00.500+0800", "02:00:00.500000Z")) {
      String text = "#EXTM3U\n#EXT-X-PROGRAM-DATE-TIME:2026-03-02T" + moment + "\n#EXTINF:6,\na.ts";
      assertEquals(at("10:00:00").plusMillis(500), DayPlaylist.read(text).get(0).start(), moment);
    }
  }

  @Test
  void whatIsNoPlaylistOrNeedsMoreIsRefused() {
    for (String text :
        List.of(
            "",
            "<html>",
            "#EXTM3U\nfile.ts",
            "#EXTM3U\n#EXTINF:abc,\nfile.ts",
            "#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI=\"k\"\n#EXTINF:6,\nfile.ts",
            "#EXTM3U\n#EXTINF:6,\n#EXT-X-BYTERANGE:100@0\nfile.ts",
            "#EXTM3U\n#EXT-X-MAP:URI=\"i\",BYTERANGE=\"1@0\"",
            "#EXTM3U\n#EXT-X-PROGRAM-DATE-TIME:yesterday\n#EXTINF:6,\nfile.ts")) {
      assertThrows(DayPlaylist.Unreadable.class, () -> DayPlaylist.read(text), text);
    }
  }

  @Test
  void aFileOutsideTheFolderOrWithoutATimeIsNotTaken() {
    for (String path :
        List.of("../other/a.ts", "/etc/passwd", "http://a/b.ts", "a/../../b.ts", "a//b.ts")) {
      String text = "#EXTM3U\n#EXT-X-PROGRAM-DATE-TIME:2026-03-02T10:00:00Z\n#EXTINF:6,\n" + path;
      assertEquals(List.of(), DayPlaylist.read(text), path);
    }
    assertEquals(List.of(), DayPlaylist.read("#EXTM3U\n#EXTINF:6,\na.ts"));
  }

  @Test
  void whatIsMissingIsSaid() {
    Footage footage = Footage.of(span("10:00:30", "10:14:00"), DayPlaylist.read(DAY));
    assertEquals(
        List.of(
            span("10:02:00", "10:10:00", -40, 0),
            span("10:11:00", "10:12:00"),
            span("10:13:00", "10:14:00")),
        footage.gaps());
    assertEquals(at("10:00:30"), footage.recorded().get(0).from());
    Footage nothing = Footage.of(span("11:00:00", "11:10:00"), DayPlaylist.read(DAY));
    assertEquals(List.of(nothing.span()), nothing.gaps());
    assertEquals(List.of(), nothing.recorded());
  }

  @Test
  void aClockThatIsNotExactMakesNoGap() {
    Footage footage =
        Footage.of(
            span("10:00:00", "10:00:12"),
            List.of(
                new Segment(at("10:00:00"), Duration.ofMillis(5_500), "a", null, false),
                new Segment(at("10:00:06"), Duration.ofMillis(6_200), "b", null, false)));
    assertEquals(List.of(), footage.gaps());
    assertEquals(1, footage.recorded().size());
  }

  @Test
  void itIsPlayedFromWhatWasAskedFor() {
    Footage footage = Footage.of(span("10:00:30", "10:10:20"), DayPlaylist.read(DAY));
    assertEquals(
        """
        #EXTM3U
        #EXT-X-VERSION:6
        #EXT-X-PLAYLIST-TYPE:VOD
        #EXT-X-TARGETDURATION:60
        #EXT-X-START:TIME-OFFSET=30.000,PRECISE=YES
        #EXT-X-MAP:URI="files/0"
        #EXT-X-PROGRAM-DATE-TIME:2026-03-02T02:00:00Z
        #EXTINF:60.000,
        files/1
        #EXT-X-PROGRAM-DATE-TIME:2026-03-02T02:01:00Z
        #EXTINF:59.960,
        files/2
        #EXT-X-DISCONTINUITY
        #EXT-X-MAP:URI="files/0"
        #EXT-X-PROGRAM-DATE-TIME:2026-03-02T02:10:00Z
        #EXTINF:60.000,
        files/3
        #EXT-X-ENDLIST
        """,
        MediaPlaylist.write(footage));
  }

  @Test
  void aPartHasFilesOfItsOwn() {
    Footage footage = Footage.of(span("10:00:00", "10:14:00"), DayPlaylist.read(DAY));
    Footage part = footage.part(span("10:10:10", "10:10:50"));
    assertEquals(List.of("init.mp4", "a/101000.m4s"), part.files());
    assertEquals(1, part.pieces().size());
    assertEquals(List.of(), part.gaps());
  }

  @Test
  void theTestStreamIsThereWhileThePlaceWasOpenAndUntilNow() {
    List<Span> open = List.of(span("08:30:30", "12:00:00"), span("13:30:00", "17:30:00"));
    List<Segment> recorded = TestStream.recorded(open, at("13:32:59"));
    assertEquals(at("08:31:00"), recorded.get(0).start());
    assertEquals(209 + 2, recorded.size());
    assertEquals(
        List.of(span("12:00:00", "13:30:00")),
        Footage.of(span("11:00:00", "13:32:00"), recorded).gaps());
    Footage hour = Footage.of(span("10:00:00", "11:00:00"), recorded);
    assertEquals(List.of(TestStream.MAP, TestStream.MINUTE), hour.files());
    assertEquals(59, MediaPlaylist.write(hour).split("DISCONTINUITY", -1).length - 1);
    assertTrue(TestStream.recorded(open, at("08:00:00")).isEmpty());
  }

  private static Instant at(String time) {
    return Instant.parse("2026-03-02T" + time + "Z").minus(Duration.ofHours(8));
  }

  private static Span span(String from, String until) {
    return new Span(at(from), at(until));
  }

  private static Span span(String from, String until, long fromMillis, long untilMillis) {
    return new Span(at(from).plusMillis(fromMillis), at(until).plusMillis(untilMillis));
  }
}
