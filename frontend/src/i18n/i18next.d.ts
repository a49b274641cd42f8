import 'i18next';
import type account from './zh-CN/account.json';
import type agency from './zh-CN/agency.json';
import type appointment from './zh-CN/appointment.json';
import type complaint from './zh-CN/complaint.json';
import type complaints from './zh-CN/complaints.json';
import type attendance from './zh-CN/attendance.json';
import type common from './zh-CN/common.json';
import type powerlist from './zh-CN/powerlist.json';
import type cards from './zh-CN/cards.json';
import type centre from './zh-CN/centre.json';
import type oversight from './zh-CN/oversight.json';
import type charge from './zh-CN/charge.json';
import type casework from './zh-CN/casework.json';
import type confirmations from './zh-CN/confirmations.json';
import type administration from './zh-CN/administration.json';
import type console from './zh-CN/console.json';
import type developers from './zh-CN/developers.json';
import type disclosure from './zh-CN/disclosure.json';
import type disclosures from './zh-CN/disclosures.json';
import type documents from './zh-CN/documents.json';
import type findings from './zh-CN/findings.json';
import type joint from './zh-CN/joint.json';
import type project from './zh-CN/project.json';
import type people from './zh-CN/people.json';
import type place from './zh-CN/place.json';
import type privacy from './zh-CN/privacy.json';
import type promise from './zh-CN/promise.json';
import type rating from './zh-CN/rating.json';
import type ratings from './zh-CN/ratings.json';
import type report from './zh-CN/report.json';
import type reports from './zh-CN/reports.json';
import type security from './zh-CN/security.json';
import type staff from './zh-CN/staff.json';
import type statistics from './zh-CN/statistics.json';

// Misspelt keys are found by the compiler. Add a feature's namespace here.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      account: typeof account;
      agency: typeof agency;
      appointment: typeof appointment;
      complaint: typeof complaint;
      complaints: typeof complaints;
      attendance: typeof attendance;
      common: typeof common;
      powerlist: typeof powerlist;
      cards: typeof cards;
      casework: typeof casework;
      centre: typeof centre;
      charge: typeof charge;
      confirmations: typeof confirmations;
      administration: typeof administration;
      console: typeof console;
      developers: typeof developers;
      disclosure: typeof disclosure;
      disclosures: typeof disclosures;
      documents: typeof documents;
      findings: typeof findings;
      joint: typeof joint;
      project: typeof project;
      oversight: typeof oversight;
      people: typeof people;
      place: typeof place;
      privacy: typeof privacy;
      promise: typeof promise;
      rating: typeof rating;
      ratings: typeof ratings;
      report: typeof report;
      reports: typeof reports;
      security: typeof security;
      staff: typeof staff;
      statistics: typeof statistics;
    };
  }
}
