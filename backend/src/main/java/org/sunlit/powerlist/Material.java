package org.sunlit.powerlist;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One material an applicant hands in (申报材料, A5).
 *
 * @param code unique within the item, used by applications and flow steps
 * @param name the material's Chinese name
 * @param nameEn its English name, or null
 * @param form original, copy, both or electronic
 * @param count how many copies
 * @param source who issues it
 * @param required whether an application is complete without it
 * @param deferrable whether it may be handed in late (可容缺, B13)
 * @param note anything else to know, or null
 */
public record Material(
    @JsonProperty(required = true) String code,
    @JsonProperty(required = true) String name,
    String nameEn,
    @JsonProperty(required = true) MaterialForm form,
    int count,
    @JsonProperty(required = true) MaterialSource source,
    boolean required,
    boolean deferrable,
    String note) {}
