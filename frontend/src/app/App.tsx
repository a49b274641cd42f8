import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { Loading } from '@/components';
import { HomePage } from '@/features/powerlist/HomePage';
import { ErrorBoundary } from './ErrorBoundary';
import { Layout } from './Layout';
import { NotFoundPage } from './NotFoundPage';

// Each page comes when somebody goes there, so that the first one is light.
const ServiceListPage = lazy(() =>
  import('@/features/powerlist/ServiceListPage').then((m) => ({ default: m.ServiceListPage })),
);
const ItemPage = lazy(() =>
  import('@/features/powerlist/ItemPage').then((m) => ({ default: m.ItemPage })),
);
const ApplyPage = lazy(() => import('@/features/casework').then((m) => ({ default: m.ApplyPage })));
const TrackPage = lazy(() => import('@/features/casework').then((m) => ({ default: m.TrackPage })));
const ReceiptPage = lazy(() =>
  import('@/features/casework').then((m) => ({ default: m.ReceiptPage })),
);
const DevelopersPage = lazy(() =>
  import('@/features/developers').then((m) => ({ default: m.DevelopersPage })),
);
const ApplicationsPage = lazy(() =>
  import('@/features/developers').then((m) => ({ default: m.ApplicationsPage })),
);
const ThemesPage = lazy(() => import('@/features/joint').then((m) => ({ default: m.ThemesPage })));
const ThemePage = lazy(() => import('@/features/joint').then((m) => ({ default: m.ThemePage })));
const JointApplyPage = lazy(() =>
  import('@/features/joint').then((m) => ({ default: m.ApplyPage })),
);
const JointTrackPage = lazy(() =>
  import('@/features/joint').then((m) => ({ default: m.TrackPage })),
);
const PhaseForm = lazy(() => import('@/features/joint').then((m) => ({ default: m.PhaseForm })));
const ProjectsPage = lazy(() =>
  import('@/features/project').then((m) => ({ default: m.ProjectsPage })),
);
const ProjectRegisterPage = lazy(() =>
  import('@/features/project').then((m) => ({ default: m.RegisterPage })),
);
const ProjectTrackPage = lazy(() =>
  import('@/features/project').then((m) => ({ default: m.TrackPage })),
);
const ProjectOpenPage = lazy(() =>
  import('@/features/project').then((m) => ({ default: m.OpenPage })),
);
const AppointmentsPage = lazy(() =>
  import('@/features/appointment').then((m) => ({ default: m.AppointmentsPage })),
);
const BookPage = lazy(() =>
  import('@/features/appointment').then((m) => ({ default: m.BookPage })),
);
const ItemBookPage = lazy(() =>
  import('@/features/appointment').then((m) => ({ default: m.ItemBookPage })),
);
const PlacesPage = lazy(() => import('@/features/place').then((m) => ({ default: m.PlacesPage })));
const PlacePage = lazy(() => import('@/features/place').then((m) => ({ default: m.PlacePage })));
const ReportPage = lazy(() => import('@/features/report').then((m) => ({ default: m.ReportPage })));
const ReportAnswerPage = lazy(() =>
  import('@/features/report').then((m) => ({ default: m.AnswerPage })),
);
const CluesPage = lazy(() => import('@/features/clue').then((m) => ({ default: m.CluesPage })));
const CouncilPage = lazy(() =>
  import('@/features/council').then((m) => ({ default: m.CouncilPage })),
);
const CouncilRoom = lazy(() => import('@/features/council').then((m) => ({ default: m.RoomArea })));
const RequestsPage = lazy(() =>
  import('@/features/inforequest').then((m) => ({ default: m.RequestsPage })),
);
const RequestNewPage = lazy(() =>
  import('@/features/inforequest').then((m) => ({ default: m.NewPage })),
);
const RequestTrackPage = lazy(() =>
  import('@/features/inforequest').then((m) => ({ default: m.TrackPage })),
);
const ComplaintsPage = lazy(() =>
  import('@/features/complaint').then((m) => ({ default: m.ComplaintsPage })),
);
const ComplaintNewPage = lazy(() =>
  import('@/features/complaint').then((m) => ({ default: m.NewPage })),
);
const ComplaintTrackPage = lazy(() =>
  import('@/features/complaint').then((m) => ({ default: m.TrackPage })),
);
const DisclosuresPage = lazy(() =>
  import('@/features/disclosure').then((m) => ({ default: m.DisclosuresPage })),
);
const DutiesPage = lazy(() =>
  import('@/features/disclosure').then((m) => ({ default: m.DutiesPage })),
);
const DisclosingDepartmentPage = lazy(() =>
  import('@/features/disclosure').then((m) => ({ default: m.DepartmentPage })),
);
const DisclosurePage = lazy(() =>
  import('@/features/disclosure').then((m) => ({ default: m.DisclosurePage })),
);
const DisclosedCategoryPage = lazy(() =>
  import('@/features/disclosure').then((m) => ({ default: m.CategoryPage })),
);
const VideosPage = lazy(() =>
  import('@/features/disclosure').then((m) => ({ default: m.VideosPage })),
);
const VideoPage = lazy(() =>
  import('@/features/disclosure').then((m) => ({ default: m.VideoPage })),
);
const TelevisionPage = lazy(() =>
  import('@/features/disclosure').then((m) => ({ default: m.TelevisionPage })),
);
const SubscriptionPage = lazy(() =>
  import('@/features/disclosure').then((m) => ({ default: m.SubscriptionPage })),
);
const StaffArea = lazy(() => import('@/features/staff'));
const AccountArea = lazy(() => import('@/features/account'));
const OwnCasesPage = lazy(() =>
  import('@/features/casework').then((m) => ({ default: m.OwnCasesPage })),
);
const OwnCasePage = lazy(() =>
  import('@/features/casework').then((m) => ({ default: m.OwnCasePage })),
);
const OwnDataPage = lazy(() =>
  import('@/features/casework').then((m) => ({ default: m.OwnDataPage })),
);
const VerifyPage = lazy(() =>
  import('@/features/document').then((m) => ({ default: m.VerifyPage })),
);
const HeldDocumentPage = lazy(() =>
  import('@/features/document').then((m) => ({ default: m.HeldDocumentPage })),
);
const OwnDocumentPage = lazy(() =>
  import('@/features/document').then((m) => ({ default: m.OwnDocumentPage })),
);
const RatePage = lazy(() => import('@/features/rating').then((m) => ({ default: m.RatePage })));
const HeldPromisePage = lazy(() =>
  import('@/features/casework').then((m) => ({ default: m.HeldPromisePage })),
);
const OwnPromisePage = lazy(() =>
  import('@/features/casework').then((m) => ({ default: m.OwnPromisePage })),
);
const OwnRatePage = lazy(() =>
  import('@/features/rating').then((m) => ({ default: m.OwnRatePage })),
);
const BulletinPage = lazy(() =>
  import('@/features/rating').then((m) => ({ default: m.BulletinPage })),
);
const PredictionsPage = lazy(() =>
  import('@/features/statistics').then((m) => ({ default: m.PredictionsPage })),
);
const NumbersPage = lazy(() =>
  import('@/features/numbers').then((m) => ({ default: m.NumbersPage })),
);
const OversightPage = lazy(() =>
  import('@/features/oversight').then((m) => ({ default: m.OversightPage })),
);
const TerminalPage = lazy(() =>
  import('@/features/rating').then((m) => ({ default: m.TerminalPage })),
);
const FeesPage = lazy(() => import('@/features/charge').then((m) => ({ default: m.FeesPage })));
const BillPage = lazy(() => import('@/features/charge').then((m) => ({ default: m.BillPage })));
const OwnBillPage = lazy(() =>
  import('@/features/charge').then((m) => ({ default: m.OwnBillPage })),
);
const SandboxPage = lazy(() =>
  import('@/features/charge').then((m) => ({ default: m.SandboxPage })),
);
const SessionsPage = lazy(() =>
  import('@/features/staff/sessions/SessionsPage').then((m) => ({ default: m.SessionsPage })),
);
const OwnSecurityPage = lazy(() =>
  import('@/features/staff/security/OwnSecurityPage').then((m) => ({
    default: m.OwnSecurityPage,
  })),
);
const FurtherSteps = lazy(() =>
  import('@/features/staff/session/FurtherSteps').then((m) => ({ default: m.FurtherSteps })),
);

function Waiting() {
  return (
    <div className="wrap">
      <Loading />
    </div>
  );
}

export function App() {
  return (
    <Layout>
      <ErrorBoundary>
        <Suspense fallback={<Waiting />}>
          <Switch>
            <Route path="/" component={HomePage} />
            <Route path="/services" component={ServiceListPage} />
            <Route path="/services/:code/book">
              {({ code }) => <ItemBookPage key={code} code={code} />}
            </Route>
            <Route path="/services/:code">
              {({ code }) => <ItemPage key={code} code={code} />}
            </Route>
            <Route path="/apply/:code" component={ApplyPage} />
            <Route path="/track" component={TrackPage} />
            <Route path="/discipline" component={CluesPage} />
            <Route path="/council" component={CouncilPage} />
            <Route path="/information-requests" component={RequestsPage} />
            <Route path="/information-requests/new" component={RequestNewPage} />
            <Route path="/information-requests/track" component={RequestTrackPage} />
            <Route path="/complaints" component={ComplaintsPage} />
            <Route path="/complaints/new" component={ComplaintNewPage} />
            <Route path="/complaints/track" component={ComplaintTrackPage} />
            <Route path="/themes" component={ThemesPage} />
            <Route path="/themes/:code" component={ThemePage} />
            <Route path="/themes/:code/apply" component={JointApplyPage} />
            <Route path="/joint/track" component={JointTrackPage} />
            <Route path="/projects" component={ProjectsPage} />
            <Route path="/projects/register" component={ProjectRegisterPage} />
            <Route path="/projects/track">
              <ProjectTrackPage phaseForm={PhaseForm} />
            </Route>
            <Route path="/projects/:code" component={ProjectOpenPage} />
            <Route path="/subscriptions" component={SubscriptionPage} />
            <Route path="/disclosures" component={DisclosuresPage} />
            <Route path="/disclosures/duties" component={DutiesPage} />
            <Route path="/disclosures/categories/:code" component={DisclosedCategoryPage} />
            <Route path="/videos" component={VideosPage} />
            <Route path="/videos/tv" component={TelevisionPage} />
            <Route path="/videos/:number" component={VideoPage} />
            <Route path="/disclosures/departments/:code" component={DisclosingDepartmentPage} />
            <Route path="/disclosures/:number" component={DisclosurePage} />
            <Route path="/appointments" component={AppointmentsPage} />
            <Route path="/places/:code/book">
              {({ code }) => <BookPage key={code} code={code} />}
            </Route>
            <Route path="/places" component={PlacesPage} />
            <Route path="/places/:code">{({ code }) => <PlacePage key={code} code={code} />}</Route>
            <Route path="/receipt" component={ReceiptPage} />
            <Route path="/documents/verify" component={VerifyPage} />
            <Route path="/documents/view" component={HeldDocumentPage} />
            <Route path="/promises/view" component={HeldPromisePage} />
            <Route path="/rate" component={RatePage} />
            <Route path="/rate/terminal/:id">{({ id }) => <TerminalPage id={id} />}</Route>
            <Route path="/ratings" component={BulletinPage} />
            <Route path="/report" component={ReportPage} />
            <Route path="/report/answer" component={ReportAnswerPage} />
            <Route path="/fees" component={FeesPage} />
            <Route path="/bill" component={BillPage} />
            <Route path="/payments/sandbox/:token">
              {({ token }) => <SandboxPage key={token} token={token} />}
            </Route>
            <Route path="/predictions" component={PredictionsPage} />
            <Route path="/numbers" component={NumbersPage} />
            <Route path="/supervision" component={OversightPage} />
            <Route path="/developers" component={DevelopersPage} />
            <Route path="/developers/applications" component={ApplicationsPage} />
            <Route path="/account/*?">
              <AccountArea
                cases={OwnCasesPage}
                ownCase={OwnCasePage}
                sessions={SessionsPage}
                security={OwnSecurityPage}
                data={OwnDataPage}
                furtherSteps={FurtherSteps}
                ownDocument={OwnDocumentPage}
                ownRating={OwnRatePage}
                ownBill={OwnBillPage}
                ownPromise={OwnPromisePage}
                council={CouncilRoom}
              />
            </Route>
            <Route path="/staff/*?" component={StaffArea} />
            <Route path="/items/:code">
              {({ code }) => <Redirect to={`/services/${encodeURIComponent(code)}`} replace />}
            </Route>
            <Route component={NotFoundPage} />
          </Switch>
        </Suspense>
      </ErrorBoundary>
    </Layout>
  );
}
