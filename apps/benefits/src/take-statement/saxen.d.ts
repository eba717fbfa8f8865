/** What is used of saxen, which comes without types. */
declare module 'saxen' {
  type Decode = (text: string) => string;
  type GetContext = () => { readonly line: number; readonly column: number };

  export class Parser {
    on(hook: 'openTag', listener: (name: string, attributes: () => Readonly<Record<string, string>>, decode: Decode, selfClosing: boolean, context: GetContext) => void): this;
    on(hook: 'closeTag', listener: (name: string, decode: Decode, selfClosing: boolean, context: GetContext) => void): this;
    on(hook: 'text', listener: (text: string, decode: Decode, context: GetContext) => void): this;
    on(hook: 'cdata', listener: (text: string, context: GetContext) => void): this;
    on(hook: 'error' | 'warn', listener: (error: Error, context: GetContext) => void): this;
    parse(xml: string): unknown;
  }
}
