-- On time, early and one-time are counted by one definition in reports and in efficiency files (ADR 113): what was
-- folded by two is folded again from the journal, which these tables depend on alone.

-- Each card is told of once, however often the journal is read.
create unique index supervision_news_card on supervision_news (card_number) where card_number is not null;

delete from supervision_open_case;
delete from supervision_fact;
delete from supervision_day;
delete from work_hand;
delete from work_case;
update journal_reader set place = 0 where name in ('supervision.centre', 'work');
