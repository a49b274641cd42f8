package org.sunlit.board;

/**
 * What is said of a carrier 公开载体, as it is entered, kept and recorded.
 *
 * @param kind code of {@link org.sunlit.board.rules.CarrierKind}
 * @param place where it hangs
 * @param responsible the account that answers for it
 * @param screenCode the board its device shows; null for the whole city's, and for what has none
 * @param postingDays within how many days it is to be changed by hand; null without an interval
 * @param idleSeconds a touch screen forgets its user after so long; null for the usual time
 * @param printer whether a touch screen has a printer
 * @param closed taken down
 */
public record CarrierForm(
    String kind,
    String name,
    String nameEn,
    String place,
    String placeEn,
    String regionCode,
    String departmentCode,
    String responsible,
    String size,
    String screenCode,
    Integer postingDays,
    Integer idleSeconds,
    boolean printer,
    boolean closed) {}
