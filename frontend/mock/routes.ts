export interface MockCall {
  parts: string[];
  query: URLSearchParams;
  body: unknown;
}

export interface MockRoute {
  method?: string;
  path: RegExp;
  answer: (call: MockCall) => { status?: number; body: unknown; type?: string };
}

export const routes: MockRoute[] = [
  {
    path: /^\/api\/v1\/site$/,
    answer: () => ({
      body: { cityName: '晴川市', cityNameEn: 'Qingchuan', demo: true, version: '0.1.0' },
    }),
  },
];
