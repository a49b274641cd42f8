-- Tries at signing in that are being looked at now: whoever comes when the free ones are taken waits for them.
alter table sign_in_attempt add column looked_at integer not null default 0;

-- Every account known to be the applicant's: the one that applied, those whose holder has the applicant's identity
-- number, and those whose holder has the same number as the holder of the account that applied.
create or replace function case_own_accounts(number text) returns text[] language plpgsql stable as $$
begin
  return array(
    select applicant_account from case_file where case_number = number and applicant_account is not null
    union
    select i.account from person_index p join account_identity i on i.token = p.token
    where p.case_number = number and p.kind = 'identityNumber'
    union
    select i.account from case_file f join account_identity own on own.account = f.applicant_account
      join account_identity i on i.token = own.token
    where f.case_number = number);
end $$;
