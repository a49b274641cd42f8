import styles from './Body.module.css';

type Block = { kind: 'heading' | 'text'; text: string } | { kind: 'items'; items: string[] };

/** Paragraphs, `# ` headings and `- ` items; nothing of it is markup. */
export function blocks(body: string): Block[] {
  const all: Block[] = [];
  for (const line of body.split('\n').map((each) => each.trim())) {
    const last = all.at(-1);
    if (line.startsWith('# ')) all.push({ kind: 'heading', text: line.slice(2) });
    else if (line.startsWith('- ')) {
      if (last?.kind === 'items') last.items.push(line.slice(2));
      else all.push({ kind: 'items', items: [line.slice(2)] });
    } else if (line) all.push({ kind: 'text', text: line });
  }
  return all;
}

/** What a publication says, as its department wrote it. */
export function Body({ of }: { of: string }) {
  return (
    <div className={styles.body} lang="zh-CN">
      {blocks(of).map((block, index) => {
        switch (block.kind) {
          case 'heading':
            return <h3 key={index}>{block.text}</h3>;
          case 'items':
            return (
              <ul key={index}>
                {block.items.map((item, at) => (
                  <li key={at}>{item}</li>
                ))}
              </ul>
            );
          case 'text':
            return <p key={index}>{block.text}</p>;
        }
      })}
    </div>
  );
}
