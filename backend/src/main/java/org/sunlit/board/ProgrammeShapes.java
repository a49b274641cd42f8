package org.sunlit.board;

import org.sunlit.api.model.BoardNotice;
import org.sunlit.api.model.BoardPanel;
import org.sunlit.api.model.BoardPanelLine;
import org.sunlit.api.model.BoardProgramme;
import org.sunlit.api.model.PlaylistEntry;
import org.sunlit.api.model.PlaylistSlot;
import org.sunlit.api.model.ProgrammeDays;
import org.sunlit.api.model.ProgrammeKind;
import org.sunlit.api.model.ProgrammeSlot;
import org.sunlit.board.rules.Playlist;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;

/** Playlists, programmes and notices in the shapes of the contract. */
final class ProgrammeShapes {
  private ProgrammeShapes() {}

  static org.sunlit.api.model.Playlist playlist(Playlist playlist) {
    return new org.sunlit.api.model.Playlist()
        .slots(
            playlist.slots().stream()
                .map(
                    slot ->
                        new PlaylistSlot()
                            .days(ProgrammeDays.fromValue(slot.days()))
                            .from(slot.from())
                            .until(slot.until())
                            .entries(slot.entries().stream().map(ProgrammeShapes::entry).toList()))
                .toList());
  }

  static Playlist playlist(org.sunlit.api.model.Playlist said) {
    return new Playlist(
        said.getSlots().stream()
            .map(
                slot ->
                    new Playlist.Slot(
                        slot.getDays().toString(),
                        slot.getFrom(),
                        slot.getUntil(),
                        slot.getEntries().stream()
                            .map(
                                entry ->
                                    new Playlist.Entry(
                                        entry.getKind().toString(), entry.getSeconds()))
                            .toList()))
            .toList());
  }

  static BoardProgramme programme(Programmes.Programme programme) {
    return new BoardProgramme()
        .day(programme.day())
        .slots(
            programme.slots().stream()
                .map(
                    slot ->
                        new ProgrammeSlot()
                            .from(slot.from())
                            .until(slot.until())
                            .entries(slot.entries().stream().map(ProgrammeShapes::entry).toList()))
                .toList())
        .panels(programme.panels().stream().map(ProgrammeShapes::panel).toList());
  }

  private static PlaylistEntry entry(Playlist.Entry entry) {
    return new PlaylistEntry().kind(ProgrammeKind.fromValue(entry.kind())).seconds(entry.seconds());
  }

  private static BoardPanel panel(Programmes.Shown shown) {
    Panel panel = shown.panel();
    return new BoardPanel()
        .kind(ProgrammeKind.fromValue(shown.kind().code()))
        .title(panel.title())
        .titleEn(panel.titleEn())
        .text(panel.text())
        .textEn(panel.textEn())
        .lines(
            panel.lines().stream()
                .map(
                    line ->
                        new BoardPanelLine()
                            .label(line.label())
                            .labelEn(line.labelEn())
                            .value(line.value())
                            .valueEn(line.valueEn()))
                .toList())
        .from(CityTime.offset(panel.from()))
        .until(CityTime.offset(panel.until()));
  }

  static BoardNotice notice(Notices.Notice notice, Actor reader) {
    Notices.Form form = notice.form();
    return new BoardNotice()
        .id(notice.id())
        .title(form.title())
        .titleEn(form.titleEn())
        .text(form.text())
        .textEn(form.textEn())
        .screenCode(form.screenCode())
        .from(CityTime.offset(form.from()))
        .until(CityTime.offset(form.until()))
        .state(BoardNotice.StateEnum.fromValue(notice.state()))
        .writtenBy(notice.writtenName())
        .writtenAt(CityTime.offset(notice.writtenAt()))
        .decidedBy(notice.decidedName())
        .decidedAt(CityTime.offset(notice.decidedAt()))
        .mine(notice.writtenBy().equals(reader.accountId()));
  }
}
