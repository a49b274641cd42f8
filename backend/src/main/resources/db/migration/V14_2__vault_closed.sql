-- Everything is sealed: what held it in plain goes.
alter table case_applicant drop column name, drop column identity_number, drop column phone, drop column address,
  drop column contact_name, drop column subject;
alter table case_event enable trigger case_event_only_grows;
alter table upload drop column file_name, drop column sha256;
alter table upload alter column sealed set not null;
alter table case_material drop column file_name, drop column sha256;
drop table material_file_plain;
alter table notice drop column recipient_plain, drop column recipient_masked, drop column text, drop column text_en;
