import { Route, Switch } from 'wouter';
import { DocumentsPage } from './DocumentsPage';
import { NewTopicPage } from './NewTopicPage';
import { RoomPage } from './RoomPage';
import { TopicPage } from './TopicPage';

/** Everything a member does, within their account. */
export function RoomArea() {
  return (
    <Switch>
      <Route path="/account/council/new" component={NewTopicPage} />
      <Route path="/account/council/documents" component={DocumentsPage} />
      <Route path="/account/council/topics/:number">
        {({ number }) => <TopicPage key={number} number={decodeURIComponent(number)} />}
      </Route>
      <Route component={RoomPage} />
    </Switch>
  );
}
