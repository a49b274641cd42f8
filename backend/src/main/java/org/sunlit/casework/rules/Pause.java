package org.sunlit.casework.rules;

import java.time.Instant;

/**
 * A lawful standing still of the clock (停止计时).
 *
 * @param ground the ground in Chinese
 * @param groundEn the same in English
 * @param article the article that allows it
 * @param since since when
 */
public record Pause(String ground, String groundEn, String article, Instant since) {}
