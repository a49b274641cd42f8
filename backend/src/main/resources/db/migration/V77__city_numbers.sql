-- Fees are counted by the day they were assessed (城市数据, ADR 122).
create index bill_line_assessed on bill_line (assessed_at);
