package org.sunlit.powerlist;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where one can go (办理窗口).
 *
 * @param name the window's name
 * @param address where it is, or null
 * @param hours when it is open, or null
 */
public record ServiceWindow(
    @JsonProperty(required = true) String name, String address, String hours) {}
