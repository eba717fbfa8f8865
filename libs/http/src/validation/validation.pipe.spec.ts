import type { ArgumentMetadata } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt, IsString, MaxLength, ValidateNested } from 'class-validator';
import { ProblemError } from '../problems/problem.error';
import { PageQueryDto } from './page-query.dto';
import { positionOf } from './position';
import { validationPipe } from './validation.pipe';

class LineDto {
  @IsInt() count!: number;
}

class OrderDto {
  @IsString() @MaxLength(5) name!: string;
  @ValidateNested({ each: true }) @Type(() => LineDto) lines!: LineDto[];
}

const pass = async (value: unknown, metatype: ArgumentMetadata['metatype'] = OrderDto): Promise<unknown> => validationPipe().transform(value, { type: 'body', metatype });
const fieldsOf = async (value: unknown): Promise<string[]> => {
  const error = await pass(value).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ProblemError);
  expect((error as ProblemError).code).toBe('invalid-request');
  return (error as ProblemError).details.errors!.map(({ field, code }) => `${field} ${code}`);
};

describe('the whitelist', () => {
  it('lets through what a route declares', async () => {
    expect(await pass({ name: 'a', lines: [{ count: 1 }] })).toEqual({ name: 'a', lines: [{ count: 1 }] });
  });

  it.each<[string, unknown, string]>([
    ['an unknown field', { name: 'a', lines: [], admin: true }, 'admin whitelistValidation'],
    ['an unknown field inside', { name: 'a', lines: [{ count: 1, price: 0 }] }, 'lines.0.price whitelistValidation'],
    ['a wrong type', { name: 1, lines: [] }, 'name isString'],
    ['a text for a number', { name: 'a', lines: [{ count: '1' }] }, 'lines.0.count isInt'],
    ['a text that is too long', { name: 'abcdef', lines: [] }, 'name maxLength'],
    ['an operator for a text', { name: { $ne: '' }, lines: [] }, 'name isString'],
  ])('refuses %s and names its place', async (_what, value, field) => expect(await fieldsOf(value)).toContain(field));

  it('drops what would replace a constructor or a prototype', async () => {
    const made = await pass(JSON.parse('{"name":"a","lines":[],"constructor":{"name":"x"},"__proto__":{"admin":true}}'));
    expect([made, (made as { admin?: boolean }).admin]).toEqual([{ name: 'a', lines: [] }, undefined]);
    expect(made).toBeInstanceOf(OrderDto);
  });

  it('takes no constructor from inside either', async () => {
    expect(await pass(JSON.parse('{"name":"a","lines":[{"count":1,"constructor":"x"}]}'))).toEqual({ name: 'a', lines: [{ count: 1 }] });
  });

  it('holds a class to what it extends, also one that is declared after others were checked, and its parent to nothing of it', async () => {
    await pass({ name: 'a', lines: [] });
    class ExpressOrderDto extends OrderDto {
      @IsInt() day!: number;
    }
    const order = { name: 'a', lines: [], day: 1 };
    for (const _again of [1, 2]) {
      expect(await pass(order, ExpressOrderDto)).toEqual(order);
      await expect(pass({ ...order, name: 'abcdef' }, ExpressOrderDto)).rejects.toThrow('invalid-request');
      expect(await fieldsOf(order)).toEqual(['day whitelistValidation']);
    }
  });

  it('names no more than fifty places', async () => {
    expect(await fieldsOf(Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`x${n}`, n])))).toHaveLength(50);
  });
});

describe('a page’s query', () => {
  it('has a limit of its own, and takes one up to a hundred', async () => {
    expect(await pass({}, PageQueryDto)).toEqual({ limit: 20 });
    expect(await pass({ limit: '100' }, PageQueryDto)).toMatchObject({ limit: 100 });
    for (const limit of ['0', '101', '1.5', 'all', '-1', '']) await expect(pass({ limit }, PageQueryDto)).rejects.toThrow('invalid-request');
  });
});

describe('a position', () => {
  it('is an aggregate and its sequence; nonsense only means not waiting', () => {
    const id = `pur_${'0'.repeat(26)}`;
    expect(positionOf(`${id}:12`)).toEqual({ id, sequence: 12 });
    for (const nonsense of [undefined, '', id, `${id}:-1`, `${id}:1e9`, `${id}:1234567890`, `x:1`, `${id}:1 OR 1=1`]) expect(positionOf(nonsense)).toBeUndefined();
  });
});
