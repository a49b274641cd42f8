package org.sunlit.statistics;

import java.util.UUID;

/** A step as the cases of one item run through it, in one version of its flow. */
record StepKey(String itemCode, UUID flowId, String stepId) {}
