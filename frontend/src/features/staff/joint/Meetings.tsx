import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  conveneJointMeeting,
  giveJointOpinion,
  type JointFile,
  type JointMeeting,
  type JointView,
  keepJointMinutes,
} from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import {
  Button,
  Checks,
  Choices,
  Name,
  Problem,
  Tag,
  TextArea,
  TextField,
  useNameText,
} from '@/components';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import { toProblem } from '@/lib/problem';
import styles from './Joint.module.css';

type Done = (after: JointFile) => void;

/** The lead convenes a meeting. */
function Convene({ file, onDone }: { file: JointFile; onDone: Done }) {
  const { t } = useTranslation('joint');
  const nameText = useNameText();
  const [heldAt, setHeldAt] = useState('');
  const [place, setPlace] = useState('');
  const [agenda, setAgenda] = useState('');
  const [invited, setInvited] = useState<readonly string[]>([]);
  const [key, setKey] = useState(newIdempotencyKey);
  const departments = new Map(
    file.application.lanes.map((lane) => [lane.department.code, lane.department]),
  );
  const send = useMutation({
    mutationFn: async () =>
      (
        await conveneJointMeeting({
          path: { jointNumber: file.application.jointNumber },
          body: {
            // The city's clocks all show the same time.
            heldAt: `${heldAt}:00+08:00`,
            place: place.trim(),
            departments: [...invited],
            ...(agenda.trim() && { agenda: agenda.trim() }),
          },
          headers: { 'Idempotency-Key': key },
          throwOnError: true,
        })
      ).data,
    onSuccess: onDone,
    onError: () => setKey(newIdempotencyKey()),
  });
  return (
    <details className={styles.convene}>
      <summary>{t('meeting.convene')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send.mutate();
        }}
      >
        <TextField
          label={t('meeting.heldAt')}
          type="datetime-local"
          required
          width="medium"
          value={heldAt}
          onChange={(event) => setHeldAt(event.target.value)}
        />
        <TextField
          label={t('meeting.place')}
          required
          maxLength={200}
          value={place}
          onChange={(event) => setPlace(event.target.value)}
        />
        <TextArea
          label={t('meeting.agenda')}
          optional
          maxLength={2000}
          value={agenda}
          onChange={(event) => setAgenda(event.target.value)}
        />
        <Checks
          legend={t('meeting.departments')}
          choices={[...departments].map(([code, department]) => ({
            value: code,
            label: nameText(department),
          }))}
          values={invited}
          onChange={setInvited}
        />
        {send.error && <Problem problem={toProblem(send.error)} />}
        <Button type="submit" busy={send.isPending} disabled={invited.length === 0}>
          {t('meeting.send')}
        </Button>
      </form>
    </details>
  );
}

const VIEWS: readonly JointView[] = ['agrees', 'agreesWithConditions', 'objects'];

/** A department says what it thinks. */
function Opinion({
  number,
  meeting,
  department,
  onDone,
}: {
  number: string;
  meeting: JointMeeting;
  department: string;
  onDone: Done;
}) {
  const { t } = useTranslation('joint');
  const [view, setView] = useState<JointView>('agrees');
  const [words, setWords] = useState('');
  const [key, setKey] = useState(newIdempotencyKey);
  const send = useMutation({
    mutationFn: async () =>
      (
        await giveJointOpinion({
          path: { jointNumber: number, meetingId: meeting.id },
          body: { view, departmentCode: department, ...(words.trim() && { words: words.trim() }) },
          headers: { 'Idempotency-Key': key },
          throwOnError: true,
        })
      ).data,
    onSuccess: onDone,
    onError: () => setKey(newIdempotencyKey()),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      <Choices
        name={`view-${meeting.id}`}
        legend={t('meeting.opinion')}
        value={view}
        onChange={setView}
        choices={VIEWS.map((each) => ({ value: each, label: t(`meeting.view.${each}`) }))}
      />
      <TextArea
        label={t('meeting.opinionWords')}
        optional={view === 'agrees'}
        maxLength={2000}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {send.error && <Problem problem={toProblem(send.error)} />}
      <Button type="submit" busy={send.isPending}>
        {t('meeting.give')}
      </Button>
    </form>
  );
}

/** The lead closes the meeting with its minutes. */
function Minutes({
  number,
  meeting,
  onDone,
}: {
  number: string;
  meeting: JointMeeting;
  onDone: Done;
}) {
  const { t } = useTranslation('joint');
  const [minutes, setMinutes] = useState('');
  const [key, setKey] = useState(newIdempotencyKey);
  const send = useMutation({
    mutationFn: async () =>
      (
        await keepJointMinutes({
          path: { jointNumber: number, meetingId: meeting.id },
          body: { minutes: minutes.trim() },
          headers: { 'Idempotency-Key': key },
          throwOnError: true,
        })
      ).data,
    onSuccess: onDone,
    onError: () => setKey(newIdempotencyKey()),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (minutes.trim()) send.mutate();
      }}
    >
      <TextArea
        label={t('meeting.minutes')}
        hint={t('meeting.shared')}
        required
        maxLength={10000}
        value={minutes}
        onChange={(event) => setMinutes(event.target.value)}
      />
      {send.error && <Problem problem={toProblem(send.error)} />}
      <Button type="submit" busy={send.isPending}>
        {t('meeting.keep')}
      </Button>
    </form>
  );
}

function Meeting({
  file,
  meeting,
  onDone,
}: {
  file: JointFile;
  meeting: JointMeeting;
  onDone: Done;
}) {
  const { t } = useTranslation('joint');
  const language = useLanguage();
  const number = file.application.jointNumber;
  return (
    <li className={styles.meeting}>
      <h3>
        {t('meeting.at', {
          at: formatDate(meeting.heldAt, language),
          place: meeting.place ?? '',
        })}
      </h3>
      <p className="quiet">{t('meeting.by', { name: meeting.convenedBy })}</p>
      {meeting.agenda && (
        <p className={styles.words} lang="zh-CN">
          {meeting.agenda}
        </p>
      )}
      <ul role="list" className={styles.list}>
        {meeting.departments.map((one) => (
          <li key={one.department.code}>
            <p className={styles.statement}>
              <Name of={one.department} />
              <Tag tone={one.view === 'objects' ? 'bad' : one.given ? 'good' : 'plain'}>
                {one.view
                  ? t(`meeting.view.${one.view}`)
                  : t(one.given ? 'meeting.given' : 'meeting.notGiven')}
              </Tag>
              {one.by && <span lang="zh-CN">{one.by}</span>}
            </p>
            {one.words && (
              <p className={styles.words} lang="zh-CN">
                {one.words}
              </p>
            )}
          </li>
        ))}
      </ul>
      {meeting.mayGiveOpinion.map((department) => (
        <Opinion
          key={department}
          number={number}
          meeting={meeting}
          department={department}
          onDone={onDone}
        />
      ))}
      {meeting.minutes ? (
        <>
          <h4>{t('meeting.minutes')}</h4>
          <p className={styles.words} lang="zh-CN">
            {meeting.minutes}
          </p>
        </>
      ) : (
        file.lead &&
        !meeting.closed && <Minutes number={number} meeting={meeting} onDone={onDone} />
      )}
    </li>
  );
}

/** The joint meetings one's department is a member of. */
export function Meetings({ file, onDone }: { file: JointFile; onDone: Done }) {
  const { t } = useTranslation('joint');
  return (
    <>
      {file.meetings.length === 0 && <p className="quiet">{t('meeting.none')}</p>}
      <ul role="list" className={styles.list}>
        {file.meetings.map((meeting) => (
          <Meeting
            key={`${meeting.id}${meeting.closed}`}
            file={file}
            meeting={meeting}
            onDone={onDone}
          />
        ))}
      </ul>
      {file.possible.includes('convene') && (
        <Convene key={file.meetings.length} file={file} onDone={onDone} />
      )}
    </>
  );
}
