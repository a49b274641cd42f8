package org.sunlit.platform;

/** A value of an enum with a name of its own for the API and for what is stored. */
public interface Coded {

  /** The name the API and stored documents use. */
  String code();

  /**
   * The value with this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  static <E extends Enum<E> & Coded> E of(Class<E> type, String code) {
    for (E value : type.getEnumConstants()) {
      if (value.code().equals(code)) {
        return value;
      }
    }
    throw new IllegalArgumentException("No " + type.getSimpleName() + " is called '" + code + "'");
  }
}
