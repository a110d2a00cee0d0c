import { config } from 'zod';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.js';
import './base.css';

// The page's security policy forbids compiling code from strings, which zod would otherwise try first.
config({ jitless: true });

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
